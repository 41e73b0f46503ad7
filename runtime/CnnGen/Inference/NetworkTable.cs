using System.Globalization;
using System.Text;

namespace CnnGen;

/// <summary>The layer table as aligned plain text: what <see cref="NetworkInfo.ToString"/> shows.</summary>
internal static class NetworkTable
{
    private static readonly string[] Header =
        ["layer", "kind", "output", "parameters", "multiply-adds", "sees", "kernel"];

    private static readonly bool[] IsNumber = [false, false, false, true, true, true, false];

    public static string Format(NetworkInfo info)
    {
        List<string[]> rows = [.. info.Layers.Select(Row)];
        string[] totals =
        [
            "total", "", "", Number(info.Layers.Sum(layer => (long)layer.ParameterCount)),
            Number(info.Layers.Sum(layer => layer.MultiplyAdds)), "", "",
        ];
        int[] widths = [.. Header.Select((_, column) => rows.Append(Header).Append(totals).Max(row => row[column].Length))];

        var text = new StringBuilder(info.Name);
        foreach (TensorInfo input in info.Inputs)
        {
            text.Append(' ').Append(Shape(input.Shape));
        }

        text.Append(" ->");
        foreach (TensorInfo output in info.Outputs)
        {
            text.Append(' ').Append(Shape(output.Shape));
        }

        text.Append('\n');
        AppendRow(text, Header, widths);
        AppendRule(text, widths);
        rows.ForEach(row => AppendRow(text, row, widths));
        AppendRule(text, widths);
        AppendRow(text, totals, widths);
        return text.ToString();
    }

    private static string[] Row(LayerInfo layer) =>
    [
        layer.Name, layer.Kind, Shape(layer.OutputShape), Number(layer.ParameterCount), Number(layer.MultiplyAdds),
        Number(layer.ReceptiveField), layer.Kernel,
    ];

    /// <summary>For example <c>6×28×28</c>.</summary>
    public static string Shape(IReadOnlyList<int> shape) => string.Join('×', shape);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static void AppendRow(StringBuilder text, string[] cells, int[] widths)
    {
        int start = text.Length;
        for (int column = 0; column < cells.Length; column++)
        {
            text.Append(column == 0 ? "" : "  ");
            text.Append(IsNumber[column] ? cells[column].PadLeft(widths[column]) : cells[column].PadRight(widths[column]));
        }

        while (text.Length > start && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
    }

    private static void AppendRule(StringBuilder text, int[] widths) =>
        text.Append('-', widths.Sum() + 2 * (widths.Length - 1)).Append('\n');
}
