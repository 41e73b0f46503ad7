using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Convolutions of each channel by itself: a vector of channels, a few pixels of a row and all taps at a time.</summary>
internal static class DepthwiseEmitter
{
    /// <summary>Multiply-adds of a tile beyond which the kernel's rows become a loop.</summary>
    private const int MaxUnrolledSize = 160;

    public static void Emit(CodeWriter writer, DepthwiseKernel kernel, string name, SharedMethods methods)
    {
        string[] parameters =
            [.. kernel.Operands.Select(operand => $"ref float {operand}"), "int row", "int rowEnd", "int begin", "int end"];
        methods.Emit(
            writer, name, "_Rows", $"{Label(kernel)}_Rows", parameters, code => EmitRows(code, kernel));
        KernelEmitter.Method(writer, methods, kernel, name, Label(kernel), code =>
        {
            string operands = string.Join(", ", kernel.Operands.Select(operand => $"ref {operand}"));
            string rowsOf = methods.Call($"{name}_Rows", code.Sizes);
            Size height = code.Sizes["Height", kernel.Height];
            string rows = $"0, {height}";
            if (kernel.Units > 1)
            {
                Size perUnit = code.Sizes["RowsPerUnit", kernel.RowsPerUnit];
                code.Line($"int row = begin * {perUnit}, rowEnd = Math.Min(end * {perUnit}, {height});");
                rows = "row, rowEnd";
            }

            Halves.Emit(
                code, code.Sizes["Channels", kernel.Channels],
                (half, begin, end) => $"{half}{rowsOf}({operands}, {rows}, {begin}, {end});");
        });
    }

    /// <summary>What methods are called that layers share.</summary>
    private static string Label(DepthwiseKernel kernel) =>
        KernelEmitter.Label($"Depthwise{kernel.Taps.Rows}x{kernel.Taps.Columns}", kernel.HasBias ? "Bias" : null, kernel.Activation?.Kind);

    /// <summary>Some rows of channels begin to end.</summary>
    private static void EmitRows(CodeWriter writer, DepthwiseKernel kernel)
    {
        GridSizes x = writer.Sizes["X", kernel.X], y = writer.Sizes["Y", kernel.Y];
        using CodeWriter.Scope loop = writer.Block("for (; row < rowEnd; row++)");
        writer.Line($"ref float xr = {Code.At("x", Code.Sum(("row", x.Row), ("", x.Origin)))};");
        writer.Line($"ref float yr = {Code.At("y", Code.Sum(("row", y.Row), ("", y.Origin)))};");
        IReadOnlyList<TileRun> tiles = kernel.Tiles;
        foreach (TileRun run in tiles)
        {
            Size count = writer.Sizes[$"TilesOf{run.Length}", run.Count];
            writer.Line($"// {run.Length} pixels at a time");
            using (writer.Loop("tile", count))
            {
                EmitTile(writer, kernel, run.Length);
                if (count.Number != 1 || run != tiles[^1])
                {
                    writer.Line($"xr = {Code.At("xr", run.Length * x.Column)};");
                    writer.Line($"yr = {Code.At("yr", run.Length * y.Column)};");
                }
            }
        }

        if (SumActivation.IsCostly(kernel.Activation))
        {
            EmitActivation(writer, kernel);
        }
    }

    public static void Emit(CodeWriter writer, DepthwiseWeightGradientKernel kernel, string name, SharedMethods methods)
    {
        string label = $"DepthwiseWeightGradient{kernel.Taps.Rows}x{kernel.Taps.Columns}";
        string[] parameters = [.. kernel.Operands.Select(operand => $"ref float {operand}"), "int begin", "int end"];
        methods.Emit(writer, name, "_Units", $"{label}_Units", parameters, code => EmitUnits(code, kernel));
        KernelEmitter.Method(writer, methods, kernel, name, label, code =>
        {
            string all = string.Join(", ", kernel.Operands.Select(operand => $"ref {operand}"));
            string units = methods.Call($"{name}_Units", code.Sizes);
            if (!Panels.HasHalf(kernel.Channels))
            {
                code.Line($"{units}({all}, begin, end);");
                return;
            }

            Size channels = code.Sizes["Channels", kernel.Channels], last = code.Sizes["LastEight", kernel.Channels / Layout.Lanes - 1];
            code.Line($"{units}({all}, begin, Math.Min(end, {channels} / W.Count));");
            using (code.Block($"if (end * W.Count > {channels})"))
            {
                code.Line($"{Halves.Kernels}.{units}({all}, {last}, {last} + 1);");
            }
        });
    }

    private static void EmitUnits(CodeWriter writer, DepthwiseWeightGradientKernel kernel)
    {
        int taps = kernel.Taps.Rows * kernel.Taps.Columns;
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
        GridSizes x = writer.Sizes["X", kernel.X], dy = writer.Sizes["Dy", kernel.Dy];
        Size tapRowSize = writer.Sizes["TapRow", kernel.Taps.Row], tapColumn = writer.Sizes["TapColumn", kernel.Taps.Column];
        SumPieces pieces = kernel.Pieces;
        using CodeWriter.Scope units = writer.Block("for (int unit = begin; unit < end; unit++)");
        writer.Line($"ref float w = {Code.At(ImageSums.Target(pieces), $"(unit - begin) * {taps} * W.Count")};");
        using CodeWriter.Scope tapRows = kernel.HasRowLoop ? writer.Block($"for (int u = 0; u < {kernel.Taps.Rows}; u++)") : default;
        string tapRow = kernel.HasRowLoop ? $"u * {tapRowSize} + " : "";
        foreach ((int first, IReadOnlyList<(int Row, int Column)> group) in kernel.Groups)
        {
            using (writer.Block(""))
            {
                writer.Line($"ref float xt = {Code.At("x", tapRow + VectorOf(x))};");
                writer.Line($"ref float gt = {Code.At("dy", VectorOf(dy))};");
                using CodeWriter.Scope columns = ImageSums.Columns(writer, pieces);
                writer.Line($"T {string.Join(", ", group.Select((_, t) => $"a{t} = W.Zero"))};");
                using (pieces.CutsRows ? writer.Block("for (int i = 0; i < columns; i++)") : writer.Loop("column", writer.Sizes["Width", kernel.Width]))
                {
                    writer.Line($"T d = {Wide.Load("gt", 0)};");
                    for (int t = 0; t < group.Count; t++)
                    {
                        writer.Line($"a{t} = {Wide.MultiplyAdd(Wide.Load("xt", 0, group[t].Row * tapRowSize + group[t].Column * tapColumn), "d", $"a{t}")};");
                    }

                    writer.Line($"xt = {Code.At("xt", x.Column)}; gt = {Code.At("gt", dy.Column)};");
                }

                writer.Line(string.Join(" ", group.Select((_, t) =>
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
    private static string VectorOf(GridSizes grid) => $"{Code.Sum(("row", grid.Row), ("", grid.Origin))} + unit * W.Count";

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
                writer.Line($"xt = {Code.At("xt", writer.Sizes["TapRow", kernel.Taps.Row])}; wt = {Wide.At("wt", kernel.Weights.Row)};");
            }
        }

        writer.Line($"ref float yt = {Code.At("yr", "c")};");
        for (int p = 0; p < pixels; p++)
        {
            string value = SumActivation.Stored(kernel.Activation, $"a{p}");
            writer.Line(Wide.Store(value, "yt", 0, p * writer.Sizes["YColumn", kernel.Y.Column]));
        }
    }

    private static void EmitRow(CodeWriter writer, DepthwiseKernel kernel, int pixels, int u)
    {
        Size column = writer.Sizes["XColumn", kernel.X.Column], row = writer.Sizes["TapRow", kernel.Taps.Row];
        bool isDense = kernel.Taps.Column == kernel.X.Column;
        for (int v = 0; v < kernel.Taps.Columns; v++)
        {
            writer.Line($"t = {Wide.Load("wt", u * kernel.Weights.Row + v * kernel.Weights.Column)};");
            for (int p = 0; p < pixels; p++)
            {
                Size along = isDense ? (v + p) * column : v * writer.Sizes["TapColumn", kernel.Taps.Column] + p * column;
                writer.Line($"a{p} = {Wide.MultiplyAdd(Wide.Load("xt", 0, u * row + along), "t", $"a{p}")};");
            }
        }
    }

    /// <summary>A costly function of the finished row.</summary>
    private static void EmitActivation(CodeWriter writer, DepthwiseKernel kernel)
    {
        GridSizes y = writer.Sizes["Y", kernel.Y];
        writer.Line($"yr = {Code.At("y", Code.Sum(("row", y.Row), ("", y.Origin)))};");
        SumActivation.EmitCostly(
            writer, kernel.Activation, $"for (int column = 0; column < {writer.Sizes["Width", kernel.Width]}; column++)", "yr", y.Column.Text,
            channels: "for (int c = begin; c < end; c += W.Count)");
    }
}
