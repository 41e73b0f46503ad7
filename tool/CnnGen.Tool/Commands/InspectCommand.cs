using System.CommandLine;
using CnnGen.Formats;
using Spectre.Console;

namespace CnnGen.Tool.Commands;

/// <summary><c>cnngen inspect</c>: what is in a file.</summary>
internal static class InspectCommand
{
    public static Command Create(ToolConsole console, CommandGuard guard)
    {
        var file = new Argument<string>("file") { Description = "A file of tensors: .safetensors, .npz, .npy, .pt or .pth." };
        var command = new Command("inspect", "Shows what is in a file.") { file };
        command.SetAction((result, _) => guard(console, () => Run(console, result.GetValue(file)!)));
        return command;
    }

    private static void Run(ToolConsole console, string path)
    {
        using TensorFile file = TensorFile.Open(path);
        Table table = console.Table("tensor", "type", "shape", "elements#", "bytes#");
        foreach (NamedTensor tensor in file.Tensors)
        {
            table.AddRow(new[] { tensor.Name, $"{tensor.Type}", Quantity.Shape(tensor.Shape), Quantity.Count(tensor.Count), Quantity.Count(tensor.ByteCount) }
                .Select(text => new Text(text)));
        }

        console.Out.Write(table);
        console.Out.Write(new Text(
            $"{path}: {file.Format}, {file.Tensors.Count} tensors, {Quantity.Count(file.Tensors.Sum(tensor => tensor.Count))} elements, "
            + $"{Quantity.Bytes(file.Tensors.Sum(tensor => tensor.ByteCount))}\n"));
    }
}
