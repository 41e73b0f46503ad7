using System.CommandLine;
using System.Globalization;
using CnnGen.Onnx;
using CnnGen.Tool.Networks;
using Spectre.Console;

namespace CnnGen.Tool.Commands;

/// <summary><c>cnngen verify</c>: an imported network against the model that it comes from, evaluated in double precision.</summary>
internal static class VerifyCommand
{
    public static Command Create(ToolConsole console, CommandGuard guard)
    {
        var model = new Argument<string>("model") { Description = "The ONNX model." };
        var assembly = new Argument<string>("assembly") { Description = "The compiled assembly with the imported class. Its code is run." };
        var network = new Option<string?>("--network")
        {
            HelpName = "name",
            Description = "The network's class; without it, the import's name.",
        };
        var input = new Option<int[]?>("--input")
        {
            HelpName = "1x3x224x224",
            Description = "The input's shape, as at the import.",
            CustomParser = ImportCommand.Shape,
        };
        var tolerance = new Option<double>("--tolerance")
        {
            HelpName = "x",
            Description = "The largest error, relative to an output's largest element.",
            DefaultValueFactory = _ => 1e-4,
        };
        var command = new Command("verify", "Compares an imported network with its model on random inputs.")
        {
            model, assembly, network, input, tolerance,
        };
        command.SetAction((result, _) => guard(console, () => Run(
            console, result.GetValue(model)!, result.GetValue(assembly)!, result.GetValue(network), ImportCommand.ShapeOf(result, input),
            result.GetValue(tolerance))));
        return command;
    }

    private static void Run(ToolConsole console, string model, string assembly, string? name, int[]? shape, double tolerance)
    {
        ImportResult import = OnnxImporter.Import(model, new ImportOptions { InputShape = shape });
        if (import.Input is null)
        {
            throw new InvalidDataException($"'{model}' cannot be imported:\n{string.Join('\n', import.Problems)}");
        }

        NetworkClass network = NetworkAssembly.Load(assembly).Find(name ?? import.Name);
        IReadOnlyList<OutputError> errors = Verification.Run(model, import, network);
        Table table = console.Table("output", "shape", "largest error#");
        foreach (OutputError error in errors)
        {
            table.AddRow(
                new Text(error.Name), new Text(Quantity.Shape(error.Shape)),
                new Text(error.Error.ToString("E2", CultureInfo.InvariantCulture)));
        }

        console.Out.Write(table);
        if (errors.Any(error => !(error.Error <= tolerance)))
        {
            throw new InvalidDataException(
                $"{network.FullName} differs from '{model}' by more than "
                + $"{tolerance.ToString(CultureInfo.InvariantCulture)} of an output's largest element");
        }
    }
}
