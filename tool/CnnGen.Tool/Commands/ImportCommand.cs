using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CnnGen.Onnx;
using CnnGen.Runtime;
using Spectre.Console;

namespace CnnGen.Tool.Commands;

/// <summary><c>cnngen import</c>: an ONNX model as an annotated class and its weights.</summary>
internal static class ImportCommand
{
    public static Command Create(ToolConsole console, CommandGuard guard)
    {
        var model = new Argument<string>("model") { Description = "The ONNX model, operator set 7 to 22." };
        var name = new Option<string?>("--name") { HelpName = "class", Description = "The class's name; without it, the file's." };
        var space = new Option<string?>("--namespace") { HelpName = "namespace", Description = "The class's namespace; none by default." };
        var folder = new Option<string>("--out")
        {
            HelpName = "folder",
            Description = "Where class and weights go.",
            DefaultValueFactory = _ => ".",
        };
        var input = new Option<int[]?>("--input")
        {
            HelpName = "1x3x224x224",
            Description = "The input's shape, where the model leaves some of it open.",
            CustomParser = Shape,
        };
        var partial = new Option<bool>("--partial") { Description = "Cuts where the supported nodes end, and says what is left outside." };
        var command = new Command("import", "Turns an ONNX model into an annotated class and a file of its weights.")
        {
            model, name, space, folder, input, partial,
        };
        command.SetAction((result, _) => guard(console, () =>
        {
            var options = new ImportOptions
            {
                Name = result.GetValue(name),
                Namespace = result.GetValue(space) ?? "",
                InputShape = ShapeOf(result, input),
                Partial = result.GetValue(partial),
            };
            Run(console, result.GetValue(model)!, result.GetValue(folder)!, options);
        }));
        return command;
    }

    private static void Run(ToolConsole console, string model, string folder, ImportOptions options)
    {
        ImportResult result = OnnxImporter.Import(model, options);
        string problems = string.Join('\n', result.Problems);
        if (result.Source is not { } source)
        {
            throw new InvalidDataException($"'{model}' cannot be imported:\n{problems}");
        }

        if (problems.Length > 0)
        {
            console.Error.Write(new Text($"{problems}\nleft outside: {string.Join(", ", result.Outside)}\n"));
        }

        Directory.CreateDirectory(folder);
        string code = Path.Combine(folder, result.Name + ".cs"), weights = Path.Combine(folder, result.Name + ".safetensors");

        // The weights first: without them there is no class either.
        AtomicFile.Write(code, stream =>
        {
            result.SaveWeights(weights);
            stream.Write(System.Text.Encoding.UTF8.GetBytes(source));
        });
        long count = result.Parameters.Sum(parameter => (long)parameter.Values.Length);
        console.Out.Write(new Text(
            $"{code}: {Quantity.Count(source.Count(c => c == '\n'))} lines\n{weights}: {Quantity.Count(count)} parameters, "
            + $"{Quantity.Bytes(new FileInfo(weights).Length)}\n"));
    }

    /// <summary>The shape that an option says; null where it is not there.</summary>
    public static int[]? ShapeOf(ParseResult result, Option<int[]?> option) =>
        result.GetValue(option) is { Length: > 0 } shape ? shape : null;

    /// <summary>Reads <c>1x3x224x224</c>.</summary>
    public static int[]? Shape(ArgumentResult argument)
    {
        string text = argument.Tokens.Single().Value;
        int[] sizes = [.. text.Split('x').Select(part =>
            int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : 0)];
        if (sizes.Contains(0))
        {
            argument.AddError($"--input: expected positive numbers with x between them, such as 1x3x224x224, found {text}");
        }

        return sizes;
    }
}
