using System.CommandLine;
using CnnGen.Formats;
using CnnGen.Runtime;
using CnnGen.Tool.Inspection;
using CnnGen.Tool.Inspection.Html;
using CnnGen.Tool.Networks;
using Spectre.Console;

namespace CnnGen.Tool.Commands;

/// <summary><c>cnngen inspect</c>: what is in a file.</summary>
internal static class InspectCommand
{
    public static Command Create(ToolConsole console, CommandGuard guard)
    {
        var file = new Argument<string>("file")
        {
            Description = "A file of tensors (.safetensors, .npz, .npy, .pt, .pth), an ONNX model, "
                + "or an assembly with networks, whose code is run.",
        };
        var network = new Option<string?>("--network")
        {
            HelpName = "name",
            Description = "A network of the assembly; without it, the list or the only one.",
        };
        var weights = new Option<string?>("--weights")
        {
            HelpName = "file",
            Description = "The network's weights, for the page's filters and histograms.",
        };
        var html = new Option<string?>("--html")
        {
            HelpName = "report.html",
            Description = "Writes a page in the place of text: one file that needs no other.",
        };
        var command = new Command("inspect", "Shows layers, shapes, costs, memory and weights.") { file, network, weights, html };
        command.SetAction((result, _) => guard(console, () => Run(
            console, result.GetValue(file)!, result.GetValue(network), result.GetValue(weights), result.GetValue(html))));
        return command;
    }

    private static void Run(ToolConsole console, string path, string? network, string? weights, string? html)
    {
        using TensorFile? tensors = weights is null ? null : TensorFile.Open(weights);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".onnx":
                Show(console, Reports.OfModel(path), html);
                break;
            case ".dll" or ".exe":
                NetworkAssembly assembly = NetworkAssembly.Load(path);
                if (network is null && html is null && assembly.Networks.Count > 1)
                {
                    List(console, assembly);
                    break;
                }

                Show(console, Reports.OfNetwork(assembly.Find(network), tensors?.Tensors ?? []), html);
                break;
            default:
                using (TensorFile file = TensorFile.Open(path))
                {
                    Show(console, Reports.OfTensors(path, file), html);
                }

                break;
        }
    }

    private static void Show(ToolConsole console, Report report, string? html)
    {
        if (html is null)
        {
            ReportText.Write(console, report);
            return;
        }

        byte[] page = System.Text.Encoding.UTF8.GetBytes(HtmlReport.Of(report));
        AtomicFile.Write(html, stream => stream.Write(page));
        console.Out.Write(new Text($"{html}: {report.Title}, {Quantity.Bytes(page.Length)}\n"));
    }

    private static void List(ToolConsole console, NetworkAssembly assembly)
    {
        Table table = console.Table("network", "input", "output", "parameters#", "multiply-adds#", "working memory#");
        foreach (NetworkClass network in assembly.Networks)
        {
            NetworkInfo info = network.Info;
            table.AddRow(new[]
            {
                network.FullName, string.Join(", ", info.Inputs.Select(input => Quantity.Shape(input.Shape))),
                string.Join(", ", info.Outputs.Select(output => Quantity.Shape(output.Shape))),
                Quantity.Count(info.Layers.Sum(layer => (long)layer.ParameterCount)),
                Quantity.Count(info.Layers.Sum(layer => layer.MultiplyAdds)),
                Quantity.Bytes(network.ArenaBytes),
            }.Select(text => new Text(text)));
        }

        console.Out.Write(table);
    }
}
