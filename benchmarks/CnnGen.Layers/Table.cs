using System.Globalization;

namespace CnnGen.Layers;

/// <summary>The breakdown in Markdown.</summary>
internal static class Table
{
    /// <summary>Writes the rows, what no call took, and the total.</summary>
    public static void Print(IEnumerable<Row> rows, Measurement measured, int threads)
    {
        Console.WriteLine("| layer | kernel | output | time | of all | multiply-adds | GFLOP/s | of peak |");
        Console.WriteLine("|---|---|---|---:|---:|---:|---:|---:|");
        double peak = measured.Peak * threads;
        long multiplyAdds = 0;
        foreach (Row row in rows.Where(row => row.Time > 0)) // a training step does not ask for the gradients of the input
        {
            Print(row, measured.Total, peak);
            multiplyAdds += row.MultiplyAdds;
        }

        Print(new("(between the calls)", "", "", Math.Max(0, measured.Total - measured.Times.Sum()), 0), measured.Total, peak);
        Print(new("total", "", "", measured.Total, multiplyAdds), measured.Total, peak);
    }

    private static void Print(Row row, double total, double peak)
    {
        double speed = 2e-3 * row.MultiplyAdds / row.Time;
        string products = row.MultiplyAdds == 0 ? " |  | "
            : Text($"{row.MultiplyAdds / 1e6:F2} M | {speed:F1} | {speed / peak:P0}");
        Console.WriteLine(Text($"| {row.Layer} | {row.Kernel} | {row.Shape} | {row.Time:F1} µs | {row.Time / total:P1} | {products} |"));
    }

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
