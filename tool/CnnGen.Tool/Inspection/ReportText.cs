using CnnGen.Formats;
using Spectre.Console;

namespace CnnGen.Tool.Inspection;

/// <summary>A report as tables.</summary>
internal static class ReportText
{
    public static void Write(ToolConsole console, Report report)
    {
        if (report.Layers.Count > 0)
        {
            WriteLayers(console, report.Layers);
        }

        if (report.Arena.Count > 0)
        {
            Table table = console.Table("buffer", "offset#", "elements#", "first call#", "last call#");
            foreach (BufferInfo buffer in report.Arena)
            {
                Row(
                    table, buffer.Name, Quantity.Count(buffer.Offset), Quantity.Count(buffer.Length), $"{buffer.FirstStep}",
                    $"{buffer.LastStep}");
            }

            console.Out.Write(table);
        }

        if (report.Layers.Count == 0)
        {
            WriteTensors(console, report.Tensors);
        }

        string facts = string.Join(", ", report.Facts.Select(fact => $"{fact.Name} {fact.Value}"));
        console.Out.Write(new Text($"{report.Title}: {facts}\n"));
    }

    private static void WriteLayers(ToolConsole console, IReadOnlyList<ReportLayer> layers)
    {
        Table table = console.Table("layer", "kind", "output", "parameters#", "multiply-adds#", "sees#", "options");
        foreach (ReportLayer layer in layers)
        {
            Row(
                table, layer.Name, layer.Kind, layer.Shape, Quantity.Count(layer.Parameters),
                layer.MultiplyAdds is { } count ? Quantity.Count(count) : "",
                layer.ReceptiveField is { } field ? Quantity.Count(field) : "",
                layer.Options);
        }

        console.Out.Write(table);
    }

    private static void WriteTensors(ToolConsole console, IReadOnlyList<NamedTensor> tensors)
    {
        Table table = console.Table("tensor", "type", "shape", "elements#", "bytes#");
        foreach (NamedTensor tensor in tensors)
        {
            Row(
                table, tensor.Name, $"{tensor.Type}", Quantity.Shape(tensor.Shape), Quantity.Count(tensor.Count),
                Quantity.Count(tensor.ByteCount));
        }

        console.Out.Write(table);
    }

    private static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(cell)));
}
