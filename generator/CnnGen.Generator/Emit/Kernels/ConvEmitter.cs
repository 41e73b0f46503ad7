using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Direct convolution: for each panel of output channels a method that walks the pixels in register tiles.</summary>
internal static class ConvEmitter
{
    /// <summary>Longer bodies become loops: the code of all steps of a tile must stay small.</summary>
    private const int MaxUnrolledSize = 100;

    /// <summary>A row of the kernel whose taps are not contiguous may be a little longer: its loops would be short.</summary>
    private const int MaxUnrolledRowSize = 160;

    private const int Unroll = 2;

    public static void Emit(CodeWriter writer, ConvKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (writer.Block("for (int unit = begin; unit < end; unit++)"))
            {
                EmitUnit(writer, kernel, name);
            }
        }

        foreach (int vectors in kernel.Kinds)
        {
            writer.Line();
            EmitPanel(writer, kernel, $"{name}_Panel{vectors}", vectors);
        }
    }

    /// <summary>Which block, panel and rows a unit stands for.</summary>
    private static void EmitUnit(CodeWriter writer, ConvKernel kernel, string name)
    {
        bool hasBlocks = kernel.Blocks > 1;
        string panels = PanelDispatch.Count(kernel.OutChannels);
        string index = kernel.RowBlocks > 1 ? $"unit / {kernel.RowBlocks}" : "unit";
        if (hasBlocks)
        {
            writer.Line($"int block = {index} / {panels};");
        }

        if (kernel.RowBlocks > 1)
        {
            writer.Line($"int row = unit % {kernel.RowBlocks} * {kernel.RowsPerBlock};");
            writer.Line($"int rowEnd = Math.Min(row + {kernel.RowsPerBlock}, {kernel.Height});");
        }

        string Block(int stride) => hasBlocks ? $"block * {stride} + " : "";
        string x = hasBlocks ? Code.At("x", $"block * {kernel.InChannels}") : "ref x";
        string panel = $"{Block(kernel.Lanes * kernel.PackedDepth)}lane * {kernel.PackedDepth}";
        string w = Code.At("w", kernel.PackedTaps is null ? panel : $"{panel} + firstRow * at.Width(W.Count)");
        string b = kernel.HasBias ? ", " + Code.At("b", $"{Block(kernel.OutChannels)}lane") : "";
        string r = kernel.Residual is null ? "" : ", " + Code.At("r", $"{Block(kernel.OutChannels)}lane");
        string y = Code.At("y", $"{Block(kernel.OutChannels)}lane");
        string rows = kernel.RowBlocks > 1 ? "row, rowEnd" : $"0, {kernel.Height}";
        string channels = kernel.HasTail ? $", {kernel.OutChannels} - lane" : "";
        PanelDispatch.Emit(
            writer, kernel.OutChannels, hasBlocks ? $"{index} % {panels}" : index, $"{name}_Panel", $"{x}, {w}{b}{r}, {y}, {rows}{channels}");
    }

    /// <summary>The method that computes one panel of output channels for some rows of pixels.</summary>
    public static void EmitPanel(CodeWriter writer, ConvKernel kernel, string name, int vectors)
    {
        string[] channels = kernel.HasTail ? ["int channels"] : [];
        string[] operands = [.. kernel.Operands.Select(operand => $"ref float {operand}"), "int row", "int rowEnd", .. channels];
        PixelTile shape = kernel.Tile(vectors);
        string panel = vectors == 1 ? "a vector" : $"{vectors} vectors";
        writer.Line($"// Weights [{kernel.Taps.Rows}][{kernel.Taps.Columns}][{kernel.InChannels}][{panel}] stay, pixels pass by.");
        using (KernelEmitter.Method(writer, name, operands))
        {
            if (kernel.HasBias)
            {
                writer.Line("T " + string.Join(", ", Enumerable.Range(0, vectors).Select(v => $"b{v} = {Wide.Load("b", v)}")) + ";");
            }

            if (kernel.HasTail)
            {
                IEnumerable<string> masks = Enumerable.Range(0, vectors).Where(v => MayHaveTail(vectors, v))
                    .Select(v => $"used{v} = W.FirstLanes(channels{(v == 0 ? "" : $" - {v} * W.Count")})");
                writer.Line($"T {string.Join(", ", masks)};");
            }

            using (writer.Block($"for (; row < rowEnd; row{(shape.Rows == 1 ? "++" : $" += {shape.Rows}")})"))
            {
                writer.Line($"ref float xr = {Code.At("x", Code.Sum(("row", kernel.X.Row), ("", kernel.X.Origin)))};");
                writer.Line($"ref float yr = {Code.At("y", Code.Sum(("row", kernel.Y.Row), ("", kernel.Y.Origin)))};");
                if (kernel.Residual is { } residual)
                {
                    writer.Line($"ref float rr = {Code.At("r", Code.Sum(("row", residual.Row), ("", residual.Origin)))};");
                }

                if (kernel.SkipsHaloRows(vectors))
                {
                    EmitRowBounds(writer, kernel, vectors);
                }

                IReadOnlyList<TileRun> runs = shape.Rows > 1
                    ? [new TileRun(0, kernel.Width, 1)]
                    : Panels.Cut(kernel.Width, kernel.MaxPixels(vectors));
                foreach (TileRun run in runs)
                {
                    EmitTiles(writer, kernel, vectors, shape.Rows, run, isLast: run == runs[^1]);
                }

                if (kernel.Activation is { } f && !f.IsCheap())
                {
                    EmitActivation(writer, kernel, vectors, shape.Rows);
                }
            }
        }
    }

    /// <summary>The channels' padding is at most seven lanes: it lies in the panel's last vectors, on the narrowest machine in two.</summary>
    private static bool MayHaveTail(int vectors, int vector) => vector >= vectors - Layout.Lanes / Panels.FewestLanes;

    /// <summary>The kernel rows that lie inside the input for this pixel row.</summary>
    private static void EmitRowBounds(CodeWriter writer, ConvKernel kernel, int vectors)
    {
        RowReach reach = kernel.Reach;
        string first = Code.Sum(("row", reach.Stride), ("", reach.First));
        string Divide(string rows) => reach.Step == 1 ? rows : $"({rows} + {reach.Step - 1}) / {reach.Step}";
        writer.Line(
            $"int uBegin = Math.Max(0, {Divide($"-({first})")}), " +
            $"uEnd = Math.Min({kernel.Taps.Rows}, {Divide($"{reach.Height} - ({first})")});");
        writer.Line($"xr = {Code.At("xr", $"uBegin * {kernel.Taps.Row}")};");
        writer.Line($"ref float wr = {Code.At("w", $"uBegin * {kernel.Depth / kernel.Taps.Rows * vectors} * W.Count")};");
    }

    private static void EmitTiles(CodeWriter writer, ConvKernel kernel, int vectors, int tileRows, TileRun run, bool isLast)
    {
        int[] pixels = [.. Enumerable.Range(0, tileRows * run.Length)];
        var tile = new Tile(writer, [.. pixels.Select(p => p / run.Length * kernel.X.Row + p % run.Length * kernel.X.Column)], vectors);
        string header = run.Count > 1 ? $"for (int tile = 0; tile < {run.Count}; tile++)" : "";
        string rows = tileRows > 1 ? $"{tileRows} rows of " : "";
        writer.Line($"// {rows}columns {run.Start} to {run.End - 1}, {pixels.Length} pixels at a time");
        using (writer.Block(header))
        {
            tile.Declare((pixel, v) => Initial(kernel, run, pixel, v));
            if (kernel.Depth > 0)
            {
                tile.DeclareOperands(kernel.SharesElements(vectors) ? kernel.Taps.Columns : 1);
                EmitTaps(writer, kernel, tile, vectors);
            }

            tile.Store(
                "yr",
                pixel => pixel / run.Length * kernel.Y.Row + pixel % run.Length * kernel.Y.Column,
                (value, v) => Stored(kernel, value, vectors, v));
            if (run.Count > 1 || !isLast)
            {
                writer.Line($"xr = {Code.At("xr", run.Length * kernel.X.Column)};");
                writer.Line($"yr = {Code.At("yr", run.Length * kernel.Y.Column)};");
                if (kernel.Residual is { } residual)
                {
                    writer.Line($"rr = {Code.At("rr", run.Length * residual.Column)};");
                }
            }
        }
    }

    /// <summary>A finished sum. Behind the last channel an infinite input times a weight of zero has left NaN.</summary>
    private static string Stored(ConvKernel kernel, string sum, int vectors, int vector)
    {
        string value = kernel.Activation is { } f && f.IsCheap() ? Wide.Activate(f, sum) : sum;
        return kernel.HasTail && MayHaveTail(vectors, vector) ? $"W.BitwiseAnd({value}, used{vector})" : value;
    }

    /// <summary>What a sum begins with: bias, residual.</summary>
    private static string Initial(ConvKernel kernel, TileRun run, int pixel, int vector)
    {
        string bias = kernel.HasBias ? $"b{vector}" : "W.Zero";
        if (kernel.Residual is not { } residual)
        {
            return bias;
        }

        string added = Wide.Load("rr", vector, pixel / run.Length * residual.Row + pixel % run.Length * residual.Column);
        return kernel.HasBias ? Wide.Add(bias, added) : added;
    }

    /// <summary>All steps of a tile: kernel rows, runs of contiguous elements, elements.</summary>
    private static void EmitTaps(CodeWriter writer, ConvKernel kernel, Tile tile, int vectors)
    {
        (int runs, int length) = kernel.TapRuns;
        int unroll = length * tile.StepSize <= MaxUnrolledSize ? length : Unroll;
        int loops = length / unroll;
        int rest = length % unroll;
        int consumed = loops > 1 ? loops * unroll : 0;
        bool skips = kernel.SkipsHaloRows(vectors);
        writer.Line(skips ? "ref float xt = ref xr, wt = ref wr;" : "ref float xt = ref xr, wt = ref w;");
        using (skips ? writer.Block("for (int u = uBegin; u < uEnd; u++)") : writer.Loop("u", kernel.Taps.Rows))
        {
            if (kernel.SharesElements(vectors))
            {
                tile.SharedSteps("xt", kernel.Taps.Column, "wt", kernel.Taps.Columns);
                Advance(writer, kernel.Taps.Rows > 1 ? kernel.Taps.Row : 0, kernel.Taps.Rows > 1 ? kernel.Taps.Columns : 0);
                return;
            }

            if (runs > 1 && runs * length * tile.StepSize <= MaxUnrolledRowSize)
            {
                EmitRow(writer, kernel, tile);
                return;
            }

            using (writer.Loop("v", runs))
            {
                using (writer.Loop("i", loops))
                {
                    EmitSteps(tile, unroll, 0);
                    if (loops > 1)
                    {
                        writer.Line($"xt = {Code.At("xt", unroll)}; wt = {Wide.At("wt", unroll * vectors)};");
                    }
                }

                EmitSteps(tile, rest, loops > 1 ? 0 : unroll);
                int stepsBehind = loops > 1 ? rest : length;
                Advance(writer, runs > 1 ? kernel.Taps.Column - consumed : 0, runs > 1 || kernel.Taps.Rows > 1 ? stepsBehind * vectors : 0);
            }

            int rowConsumed = runs > 1 ? runs * kernel.Taps.Column : consumed;
            Advance(writer, kernel.Taps.Rows > 1 ? kernel.Taps.Row - rowConsumed : 0, 0);
        }
    }

    /// <summary>All taps of one kernel row, one by one.</summary>
    private static void EmitRow(CodeWriter writer, ConvKernel kernel, Tile tile)
    {
        int step = 0;
        for (int v = 0; v < kernel.Taps.Columns; v++)
        {
            for (int c = 0; c < kernel.InChannels; c++)
            {
                tile.Step("xt", v * kernel.Taps.Column + c, "wt", step++ * tile.Vectors);
            }
        }

        if (kernel.Taps.Rows > 1)
        {
            Advance(writer, kernel.Taps.Row, step * tile.Vectors);
        }
    }

    private static void EmitSteps(Tile tile, int steps, int first)
    {
        for (int step = first; step < first + steps; step++)
        {
            tile.Step("xt", step, "wt", step * tile.Vectors);
        }
    }

    private static void Advance(CodeWriter writer, int elements, int vectors)
    {
        if (elements != 0)
        {
            writer.Line($"xt = {Code.At("xt", elements)};");
        }

        if (vectors != 0)
        {
            writer.Line($"wt = {Wide.At("wt", vectors)};");
        }
    }

    /// <summary>Costly functions run over the finished row, which is still in the first-level cache.</summary>
    private static void EmitActivation(CodeWriter writer, ConvKernel kernel, int vectors, int tileRows)
    {
        using (writer.Loop("u", tileRows))
        {
            string origin = Code.Sum(("row", kernel.Y.Row), tileRows > 1 ? ("u", kernel.Y.Row) : ("", 0), ("", kernel.Y.Origin));
            writer.Line($"yr = {Code.At("y", origin)};");
            using (writer.Block($"for (int column = 0; column < {kernel.Width}; column++)"))
            {
                foreach (int v in Enumerable.Range(0, vectors))
                {
                    writer.Line(Wide.Store(Wide.Activate(kernel.Activation!, Wide.Load("yr", v)), "yr", v));
                }

                writer.Line($"yr = {Code.At("yr", kernel.Y.Column)};");
            }
        }
    }
}
