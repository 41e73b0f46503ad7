using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Convolutions of each channel by itself: eight channels, a few pixels of a row and all taps at a time.</summary>
internal static class DepthwiseEmitter
{
    /// <summary>Multiply-adds of a tile beyond which the kernel's rows become a loop.</summary>
    private const int MaxUnrolledSize = 160;

    public static void Emit(CodeWriter writer, DepthwiseKernel kernel, string name)
    {
        using CodeWriter.Scope method = KernelEmitter.Method(writer, kernel, name);
        bool isSplit = kernel.Units > 1;
        if (isSplit)
        {
            writer.Line($"int rowEnd = Math.Min(end * {kernel.RowsPerUnit}, {kernel.Height});");
        }

        using CodeWriter.Scope loop = writer.Block(isSplit
            ? $"for (int row = begin * {kernel.RowsPerUnit}; row < rowEnd; row++)"
            : $"for (int row = 0; row < {kernel.Height}; row++)");
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
        int taps = kernel.Taps.Rows * kernel.Taps.Columns;
        using CodeWriter.Scope method = KernelEmitter.Method(writer, kernel, name);
        int length = taps * Layout.Lanes;
        if (kernel.Pieces.HasImageSum)
        {
            writer.Line($"sum = {Code.At("sum", $"begin * {length}")};");
        }

        writer.Line($"dw = {Code.At("dw", $"begin * {length}")};");
        ImageSums.Rows(writer, kernel.Pieces, $"(end - begin) * {length}", () => EmitRow(writer, kernel, length));
    }

    /// <summary>A row of pixels: of each vector of channels some taps at a time, whose sums stay in registers.</summary>
    private static void EmitRow(CodeWriter writer, DepthwiseWeightGradientKernel kernel, int length)
    {
        SumPieces pieces = kernel.Pieces;
        using CodeWriter.Scope units = writer.Block("for (int unit = begin; unit < end; unit++)");
        writer.Line($"ref float w = {Code.At(ImageSums.Target(pieces), $"(unit - begin) * {length}")};");
        using CodeWriter.Scope tapRows = kernel.HasRowLoop ? writer.Block($"for (int u = 0; u < {kernel.Taps.Rows}; u++)") : default;
        string tapRow = kernel.HasRowLoop ? $"u * {kernel.Taps.Row} + " : "";
        foreach ((int first, int[] offsets) in kernel.Groups)
        {
            using (writer.Block(""))
            {
                writer.Line($"ref float xt = {Code.At("x", tapRow + VectorOf(kernel.X))};");
                writer.Line($"ref float gt = {Code.At("dy", VectorOf(kernel.Dy))};");
                using CodeWriter.Scope columns = ImageSums.Columns(writer, pieces);
                writer.Line($"F8 {string.Join(", ", offsets.Select((_, t) => $"a{t} = F8.Zero"))};");
                using (pieces.CutsRows ? writer.Block("for (int i = 0; i < columns; i++)") : writer.Loop("column", kernel.Width))
                {
                    writer.Line($"F8 d = {Code.Load("gt")};");
                    for (int t = 0; t < offsets.Length; t++)
                    {
                        writer.Line($"a{t} = {Code.MultiplyAdd(Code.Load("xt", offsets[t]), "d", $"a{t}")};");
                    }

                    writer.Line($"xt = {Code.At("xt", kernel.X.Column)}; gt = {Code.At("gt", kernel.Dy.Column)};");
                }

                writer.Line(string.Join(" ", offsets.Select((_, t) =>
                {
                    int at = (first + t) * Layout.Lanes;
                    return Code.Store($"({Code.Load("w", at)} + a{t})", "w", at);
                })));
            }
        }

        if (kernel.HasRowLoop)
        {
            writer.Line($"w = {Code.At("w", kernel.Taps.Columns * Layout.Lanes)};");
        }
    }

    /// <summary>Vector <c>unit</c> of the first pixel in a row.</summary>
    private static string VectorOf(Grid grid) => Code.Sum(("row", grid.Row), ("unit", Layout.Lanes), ("", grid.Origin));

    private static void EmitTile(CodeWriter writer, DepthwiseKernel kernel, int pixels)
    {
        int taps = kernel.Taps.Rows * kernel.Taps.Columns;
        bool hasRowLoop = kernel.Taps.Rows > 1 && taps * pixels > MaxUnrolledSize;
        using CodeWriter.Scope channels = writer.Block($"for (int c = 0; c < {kernel.Channels}; c += 8)");
        string weights = Code.Sum(("c", kernel.WeightTaps), ("", kernel.Weights.Origin));
        writer.Line($"ref float xt = {Code.At("xr", "c")}, wt = {Code.At("w", weights)};");
        if (kernel.HasBias)
        {
            writer.Line($"F8 b0 = V.LoadUnsafe({Code.At("b", "c")});");
        }

        string initial = kernel.HasBias ? "b0" : "F8.Zero";
        writer.Line($"F8 t, {string.Join(", ", Enumerable.Range(0, pixels).Select(p => $"a{p} = {initial}"))};");
        using (hasRowLoop ? writer.Loop("u", kernel.Taps.Rows) : default)
        {
            for (int u = 0; u < (hasRowLoop ? 1 : kernel.Taps.Rows); u++)
            {
                EmitRow(writer, kernel, pixels, u);
            }

            if (hasRowLoop)
            {
                writer.Line($"xt = {Code.At("xt", kernel.Taps.Row)}; wt = {Code.At("wt", kernel.Weights.Row)};");
            }
        }

        writer.Line($"ref float yt = {Code.At("yr", "c")};");
        for (int p = 0; p < pixels; p++)
        {
            string value = kernel.Activation is { } f && f.IsCheap() ? Code.Activate(f, $"a{p}") : $"a{p}";
            writer.Line(Code.Store(value, "yt", p * kernel.Y.Column));
        }
    }

    private static void EmitRow(CodeWriter writer, DepthwiseKernel kernel, int pixels, int u)
    {
        for (int v = 0; v < kernel.Taps.Columns; v++)
        {
            writer.Line($"t = {Code.Load("wt", u * kernel.Weights.Row + v * kernel.Weights.Column)};");
            for (int p = 0; p < pixels; p++)
            {
                int offset = u * kernel.Taps.Row + v * kernel.Taps.Column + p * kernel.X.Column;
                writer.Line($"a{p} = {Code.MultiplyAdd(Code.Load("xt", offset), "t", $"a{p}")};");
            }
        }
    }

    /// <summary>Costly functions run over the finished row, which is still in the first-level cache.</summary>
    private static void EmitActivation(CodeWriter writer, DepthwiseKernel kernel)
    {
        writer.Line($"yr = {Code.At("y", Code.Sum(("row", kernel.Y.Row), ("", kernel.Y.Origin)))};");
        using (writer.Block($"for (int column = 0; column < {kernel.Width}; column++)"))
        {
            using (writer.Block($"for (int c = 0; c < {kernel.Channels}; c += 8)"))
            {
                writer.Line($"ref float yt = {Code.At("yr", "c")};");
                writer.Line(Code.Store(Code.Activate(kernel.Activation!, Code.Load("yt")), "yt"));
            }

            writer.Line($"yr = {Code.At("yr", kernel.Y.Column)};");
        }
    }
}
