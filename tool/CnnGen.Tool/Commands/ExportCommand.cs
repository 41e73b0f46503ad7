using System.CommandLine;
using CnnGen.Tool.Networks;
using Spectre.Console;

namespace CnnGen.Tool.Commands;

/// <summary><c>cnngen export</c>: a compiled network and its weights as an ONNX model.</summary>
internal static class ExportCommand
{
    public static Command Create(ToolConsole console, CommandGuard guard)
    {
        var assembly = new Argument<string>("assembly")
        {
            Description = "The compiled assembly with the network. Its code is run: export what you trust.",
        };
        var network = new Option<string?>("--network")
        {
            HelpName = "name",
            Description = "The network's class; may be left out where the assembly has only one.",
        };
        var weights = new Option<string>("--weights")
        {
            HelpName = "file",
            Description = "Its weights: .safetensors, .npz, .pt or .pth.",
            Required = true,
        };
        var output = new Option<string>("--output", "-o") { HelpName = "file", Description = "The ONNX model to write.", Required = true };
        var command = new Command("export", "Writes a compiled network and its weights as an ONNX model (operator set 17).")
        {
            assembly, network, weights, output,
        };
        command.SetAction((result, _) => guard(console, () => Run(
            console, result.GetValue(assembly)!, result.GetValue(network), result.GetValue(weights)!, result.GetValue(output)!)));
        return command;
    }

    private static void Run(ToolConsole console, string assembly, string? name, string weights, string output)
    {
        NetworkClass network = NetworkAssembly.Load(assembly).Find(name);
        network.Export(weights, output);
        console.Out.Write(new Text(
            $"{output}: {network.Name}, {network.Info.Layers.Count} layers, {Quantity.Bytes(new FileInfo(output).Length)}\n"));
    }
}
