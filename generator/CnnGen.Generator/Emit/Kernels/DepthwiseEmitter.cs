using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Convolutions of each channel by itself: a vector of channels, a few pixels of a row and all taps at a time.</summary>
internal static class DepthwiseEmitter
{
    /// <summary>Multiply-adds of a tile beyond which the kernel's rows become a loop.</summary>
    private const int MaxUnrolledSize = 160;

    public static void Emit(CodeWriter writer, DepthwiseKernel kernel, string name)
    {
        string operands = string.Join(", ", kernel.Operands.Select(operand => $"ref {operand}"));
        using (KernelEmitter.Method(writer, kernel, name))
        {
            bool isSplit = kernel.Units > 1;
            string rows = isSplit ? "row, rowEnd" : $"0, {kernel.Height}";
            if (isSplit)
            {
                writer.Line($"int row = begin * {kernel.RowsPerUnit}, rowEnd = Math.Min(end * {kernel.RowsPerUnit}, {kernel.Height});");
            }

            Wide.EmitHalves(
                writer, kernel.Channels, (code, begin, end) => $"{code}{name}_Rows({operands}, {rows}, {begin}, {end});");
        }

        writer.Line();
        EmitRows(writer, kernel, name);
    }

    /// <summary>Some rows of channels begin to end.</summary>
    private static void EmitRows(CodeWriter writer, DepthwiseKernel kernel, string name)
    {
        string[] parameters =
            [.. kernel.Operands.Select(operand => $"ref float {operand}"), "int row", "int rowEnd", "int begin", "int end"];
        using CodeWriter.Scope method = KernelEmitter.Method(writer, $"{name}_Rows", parameters);
        using CodeWriter.Scope loop = writer.Block("for (; row < rowEnd; row++)");
        writer.Line($"ref float xr = {Code.At("x", Code.Sum(("row", kernel.X.Row), ("", kernel.X.Origin)))};");
        writer.Line($"ref float yr = {Code.At("y", Code.Sum(("row", kernel.Y.Row), ("", kernel.Y.Origin)))};");
        IReadOnlyList<TileRun> tiles = kernel.Tiles;
        foreach (TileRun run in tiles)
        {
            writer.Line($"// columns {run.Start} to {run.End - 1}, {run.Length} pixels at a time");
            using (writer.Loop("tile", run.Count))
            {
                EmitTile(writer, kernel, run.Length);
                if (run.Count > 1 || run != tiles[^1])
                {
                    writer.Line($"xr = {Code.At("xr", run.Length * kernel.X.Column)};");
                    writer.Line($"yr = {Code.At("yr", run.Length * kernel.Y.Column)};");
                }
            }
        }

        if (kernel.Activation is { } f && !f.IsCheap())
        {
            EmitActivation(writer, kernel);
        }
    }

    public static void Emit(CodeWriter writer, DepthwiseWeightGradientKernel kernel, string name)
    {
        string[] operands = [.. kernel.Operands];
        string all = string.Join(", ", operands.Select(operand => $"ref {operand}"));
        using (KernelEmitter.Method(writer, kernel, name))
        {
            if (!Panels.HasHalf(kernel.Channels))
            {
                writer.Line($"{name}_Units({all}, begin, end);");
            }
            else
            {
                writer.Line($"{name}_Units({all}, begin, Math.Min(end, {kernel.Channels} / W.Count));");
                using (writer.Block($"if (end * W.Count > {kernel.Channels})"))
                {
                    int last = kernel.Channels / Layout.Lanes;
                    writer.Line($"{Wide.Half}.{name}_Units({all}, {last - 1}, {last});");
                }
            }
        }

        int taps = kernel.Taps.Rows * kernel.Taps.Columns;
        writer.Line();
        using CodeWriter.Scope method = KernelEmitter.Method(
            writer, $"{name}_Units", [.. operands.Select(operand => $"ref float {operand}"), "int begin", "int end"]);
        if (kernel.Pieces.HasImageSum)
        {
            writer.Line($"sum = {Code.At("sum", $"begin * {taps} * W.Count")};");
        }

        writer.Line($"dw = {Code.At("dw", $"begin * {taps} * W.Count")};");
        ImageSums.Rows(writer, kernel.Pieces, $"(end - begin) * {taps} * W.Count", () => EmitRow(writer, kernel, taps));
    }

    /// <summary>A row of pixels: of each vector of channels some taps at a time, whose sums stay in registers.</summary>
    private static void EmitRow(CodeWriter writer, DepthwiseWeightGradientKernel kernel, int taps)
    {
        SumPieces pieces = kernel.Pieces;
        using CodeWriter.Scope units = writer.Block("for (int unit = begin; unit < end; unit++)");
        writer.Line($"ref float w = {Code.At(ImageSums.Target(pieces), $"(unit - begin) * {taps} * W.Count")};");
        using CodeWriter.Scope tapRows = kernel.HasRowLoop ? writer.Block($"for (int u = 0; u < {kernel.Taps.Rows}; u++)") : default;
        string tapRow = kernel.HasRowLoop ? $"u * {kernel.Taps.Row} + " : "";
        foreach ((int first, int[] offsets) in kernel.Groups)
        {
            using (writer.Block(""))
            {
                writer.Line($"ref float xt = {Code.At("x", tapRow + VectorOf(kernel.X))};");
                writer.Line($"ref float gt = {Code.At("dy", VectorOf(kernel.Dy))};");
                using CodeWriter.Scope columns = ImageSums.Columns(writer, pieces);
                writer.Line($"T {string.Join(", ", offsets.Select((_, t) => $"a{t} = W.Zero"))};");
                using (pieces.CutsRows ? writer.Block("for (int i = 0; i < columns; i++)") : writer.Loop("column", kernel.Width))
                {
                    writer.Line($"T d = {Wide.Load("gt", 0)};");
                    for (int t = 0; t < offsets.Length; t++)
                    {
                        writer.Line($"a{t} = {Wide.MultiplyAdd(Wide.Load("xt", 0, offsets[t]), "d", $"a{t}")};");
                    }

                    writer.Line($"xt = {Code.At("xt", kernel.X.Column)}; gt = {Code.At("gt", kernel.Dy.Column)};");
                }

                writer.Line(string.Join(" ", offsets.Select((_, t) =>
                {
                    return Wide.Store(Wide.Add(Wide.Load("w", first + t), $"a{t}"), "w", first + t);
                })));
            }
        }

        if (kernel.HasRowLoop)
        {
            writer.Line($"w = {Wide.At("w", kernel.Taps.Columns)};");
        }
    }

    /// <summary>Vector <c>unit</c> of the first pixel in a row.</summary>
    private static string VectorOf(Grid grid) => $"{Code.Sum(("row", grid.Row), ("", grid.Origin))} + unit * W.Count";

    private static void EmitTile(CodeWriter writer, DepthwiseKernel kernel, int pixels)
    {
        int taps = kernel.Taps.Rows * kernel.Taps.Columns;
        bool hasRowLoop = kernel.Taps.Rows > 1 && taps * pixels > MaxUnrolledSize;
        using CodeWriter.Scope channels = writer.Block("for (int c = begin; c < end; c += W.Count)");
        string weights = Code.Sum(("c", kernel.WeightTaps), ("W.Count", kernel.Weights.Origin));
        writer.Line($"ref float xt = {Code.At("xr", "c")}, wt = {Code.At("w", weights)};");
        if (kernel.HasBias)
        {
            writer.Line($"T b0 = W.LoadUnsafe({Code.At("b", "c")});");
        }

        string initial = kernel.HasBias ? "b0" : "W.Zero";
        writer.Line($"T t, {string.Join(", ", Enumerable.Range(0, pixels).Select(p => $"a{p} = {initial}"))};");
        using (hasRowLoop ? writer.Loop("u", kernel.Taps.Rows) : default)
        {
            for (int u = 0; u < (hasRowLoop ? 1 : kernel.Taps.Rows); u++)
            {
                EmitRow(writer, kernel, pixels, u);
            }

            if (hasRowLoop)
            {
                writer.Line($"xt = {Code.At("xt", kernel.Taps.Row)}; wt = {Wide.At("wt", kernel.Weights.Row)};");
            }
        }

        writer.Line($"ref float yt = {Code.At("yr", "c")};");
        for (int p = 0; p < pixels; p++)
        {
            string value = kernel.Activation is { } f && f.IsCheap() ? Wide.Activate(f, $"a{p}") : $"a{p}";
            writer.Line(Wide.Store(value, "yt", 0, p * kernel.Y.Column));
        }
    }

    private static void EmitRow(CodeWriter writer, DepthwiseKernel kernel, int pixels, int u)
    {
        for (int v = 0; v < kernel.Taps.Columns; v++)
        {
            writer.Line($"t = {Wide.Load("wt", u * kernel.Weights.Row + v * kernel.Weights.Column)};");
            for (int p = 0; p < pixels; p++)
            {
                int offset = u * kernel.Taps.Row + v * kernel.Taps.Column + p * kernel.X.Column;
                writer.Line($"a{p} = {Wide.MultiplyAdd(Wide.Load("xt", 0, offset), "t", $"a{p}")};");
            }
        }
    }

    /// <summary>Costly functions run over the finished row, which is still in the first-level cache.</summary>
    private static void EmitActivation(CodeWriter writer, DepthwiseKernel kernel)
    {
        writer.Line($"yr = {Code.At("y", Code.Sum(("row", kernel.Y.Row), ("", kernel.Y.Origin)))};");
        using (writer.Block($"for (int column = 0; column < {kernel.Width}; column++)"))
        {
            using (writer.Block("for (int c = begin; c < end; c += W.Count)"))
            {
                writer.Line($"ref float yt = {Code.At("yr", "c")};");
                writer.Line(Wide.Store(Wide.Activate(kernel.Activation!, Wide.Load("yt", 0)), "yt", 0));
            }

            writer.Line($"yr = {Code.At("yr", kernel.Y.Column)};");
        }
    }
}
