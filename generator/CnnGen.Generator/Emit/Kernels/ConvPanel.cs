using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Writes the body of a panel's method: rows of pixels, cut into register tiles.</summary>
/// <param name="writer">Where to.</param>
/// <param name="kernel">The convolution.</param>
/// <param name="vectors">The panel's width in vectors.</param>
internal sealed class ConvPanel(CodeWriter writer, ConvKernel kernel, int vectors)
{
    /// <summary>Longer bodies become loops: the code of all steps of a tile must stay small.</summary>
    private const int MaxUnrolledSize = 100;

    /// <summary>A row of the kernel whose taps are not contiguous may be a little longer: its loops would be short.</summary>
    private const int MaxUnrolledRowSize = 160;

    private const int Unroll = 2;

    private GridSizes X => writer.Sizes["X", kernel.X];

    private GridSizes Y => writer.Sizes["Y", kernel.Y];

    private GridSizes? R => kernel.Residual is { } residual ? writer.Sizes["R", residual] : null;

    private Size TapRow => writer.Sizes["TapRow", kernel.Taps.Row];

    private Size TapColumn => writer.Sizes["TapColumn", kernel.Taps.Column];

    public void Emit()
    {
        PixelTile shape = kernel.Tile(vectors);
        string panel = vectors == 1 ? "a vector" : $"{vectors} vectors";
        writer.Line($"// Weights [{kernel.Taps.Rows}][{kernel.Taps.Columns}][inputs][{panel}] stay, pixels pass by.");
        if (kernel.HasBias)
        {
            writer.Line("T " + string.Join(", ", Enumerable.Range(0, vectors).Select(v => $"b{v} = {Wide.Load("b", v)}")) + ";");
        }

        if (kernel.HasTail)
        {
            IEnumerable<string> masks = Enumerable.Range(0, vectors).Where(MayHaveTail)
                .Select(v => $"used{v} = W.FirstLanes(channels{(v == 0 ? "" : $" - {v} * W.Count")})");
            writer.Line($"T {string.Join(", ", masks)};");
        }

        using CodeWriter.Scope loop = writer.Block($"for (; row < rowEnd; row{(shape.Rows == 1 ? "++" : $" += {shape.Rows}")})");
        writer.Line($"ref float xr = {Code.At("x", Code.Sum(("row", X.Row), ("", X.Origin)))};");
        writer.Line($"ref float yr = {Code.At("y", Code.Sum(("row", Y.Row), ("", Y.Origin)))};");
        if (R is { } residual)
        {
            writer.Line($"ref float rr = {Code.At("r", Code.Sum(("row", residual.Row), ("", residual.Origin)))};");
        }

        if (kernel.SkipsHaloRows(vectors))
        {
            EmitRowBounds();
        }

        IReadOnlyList<TileRun> runs = shape.Rows > 1
            ? [new TileRun(0, kernel.Width, 1)]
            : Panels.Cut(kernel.Width, kernel.MaxPixels(vectors));
        foreach (TileRun run in runs)
        {
            EmitTiles(shape.Rows, run, isLast: run == runs[^1]);
        }

        if (SumActivation.IsCostly(kernel.Activation))
        {
            EmitActivation(shape.Rows);
        }
    }

    /// <summary>The channels' padding is at most seven lanes: it lies in the panel's last vectors, on the narrowest machine in two.</summary>
    private bool MayHaveTail(int vector) => vector >= vectors - Layout.Lanes / Machine.FewestLanes;

    /// <summary>The kernel rows that lie inside the input for this pixel row.</summary>
    private void EmitRowBounds()
    {
        RowReach reach = kernel.Reach;
        string first = Code.Sum(("row", reach.Stride), ("", reach.First));
        string Divide(string rows) => reach.Step == 1 ? rows : $"({rows} + {reach.Step - 1}) / {reach.Step}";
        writer.Line(
            $"int uBegin = Math.Max(0, {Divide($"-({first})")}), " +
            $"uEnd = Math.Min({kernel.Taps.Rows}, {Divide($"{writer.Sizes["XHeight", reach.Height]} - ({first})")});");
        writer.Line($"xr = {Code.At("xr", $"uBegin * {TapRow}")};");
        writer.Line($"ref float wr = {Code.At("w", $"uBegin * {vectors * writer.Sizes["RowDepth", kernel.Depth / kernel.Taps.Rows]} * W.Count")};");
    }

    private void EmitTiles(int tileRows, TileRun run, bool isLast)
    {
        int[] pixels = [.. Enumerable.Range(0, tileRows * run.Length)];
        Size Pixel(GridSizes grid, int pixel) => (long)(pixel / run.Length) * grid.Row + (long)(pixel % run.Length) * grid.Column;
        var tile = new Tile(writer, [.. pixels.Select(p => Pixel(X, p))], vectors);
        Size count = tileRows > 1 ? 1 : writer.Sizes[$"Tiles{run.Length}x{vectors}", run.Count];
        writer.Line($"// {pixels.Length} pixels at a time{(tileRows > 1 ? $", {tileRows} rows of them" : "")}");
        using (writer.Block(count.Number == 1 ? "" : $"for (int tile = 0; tile < {count}; tile++)"))
        {
            tile.Declare((pixel, v) => Initial(R is { } residual ? Pixel(residual, pixel) : default, v));
            if (kernel.Depth > 0)
            {
                tile.DeclareOperands(kernel.SharesElements(vectors) ? kernel.Taps.Columns : 1);
                EmitTaps(tile);
            }

            tile.Store("yr", pixel => Pixel(Y, pixel), Stored);
            if (count.Number != 1 || !isLast)
            {
                writer.Line($"xr = {Code.At("xr", run.Length * X.Column)};");
                writer.Line($"yr = {Code.At("yr", run.Length * Y.Column)};");
                if (R is { } residual)
                {
                    writer.Line($"rr = {Code.At("rr", run.Length * residual.Column)};");
                }
            }
        }
    }

    /// <summary>A finished sum. Behind the last channel an infinite input times a weight of zero has left NaN.</summary>
    private string Stored(string sum, int vector)
    {
        string value = SumActivation.Stored(kernel.Activation, sum);
        return kernel.HasTail && MayHaveTail(vector) ? $"W.BitwiseAnd({value}, used{vector})" : value;
    }

    /// <summary>What a sum begins with: bias, residual.</summary>
    private string Initial(Size residual, int vector)
    {
        string bias = kernel.HasBias ? $"b{vector}" : "W.Zero";
        if (kernel.Residual is null)
        {
            return bias;
        }

        string added = Wide.Load("rr", vector, residual);
        return kernel.HasBias ? Wide.Add(bias, added) : added;
    }

    /// <summary>All steps of a tile: kernel rows, runs of contiguous elements, elements.</summary>
    private void EmitTaps(Tile tile)
    {
        (int runs, int length) = kernel.TapRuns;
        int unroll = length * tile.StepSize <= MaxUnrolledSize ? length : Unroll;
        bool loops = length / unroll > 1;
        int rest = length % unroll;
        bool skips = kernel.SkipsHaloRows(vectors);
        writer.Line(skips ? "ref float xt = ref xr, wt = ref wr;" : "ref float xt = ref xr, wt = ref w;");
        using CodeWriter.Scope rows = skips ? writer.Block("for (int u = uBegin; u < uEnd; u++)") : writer.Loop("u", kernel.Taps.Rows);
        if (kernel.SharesElements(vectors))
        {
            tile.SharedSteps("xt", TapColumn, "wt", kernel.Taps.Columns);
            AdvanceRow(0, kernel.Taps.Columns);
            return;
        }

        if (runs > 1 && runs * length * tile.StepSize <= MaxUnrolledRowSize)
        {
            EmitRow(tile);
            return;
        }

        Size count = loops ? writer.Sizes["Steps", length / unroll] : 1;
        Size consumed = loops ? unroll * count : 0;
        using (writer.Loop("v", runs))
        {
            using (loops ? writer.Loop("i", count) : default)
            {
                EmitSteps(tile, unroll, 0);
                if (loops)
                {
                    Advance(unroll, unroll * vectors);
                }
            }

            EmitSteps(tile, rest, loops ? 0 : unroll);
            int stepsBehind = loops ? rest : length;
            Advance(runs > 1 ? TapColumn - consumed : 0, runs > 1 || kernel.Taps.Rows > 1 ? stepsBehind * vectors : 0);
        }

        AdvanceRow(runs > 1 ? runs * TapColumn : consumed, 0);
    }

    /// <summary>All taps of one kernel row, one by one.</summary>
    private void EmitRow(Tile tile)
    {
        int step = 0;
        for (int v = 0; v < kernel.Taps.Columns; v++)
        {
            for (int c = 0; c < kernel.InChannels; c++)
            {
                tile.Step("xt", v * TapColumn + c, "wt", step++ * vectors);
            }
        }

        AdvanceRow(0, step * vectors);
    }

    private void EmitSteps(Tile tile, int steps, int first)
    {
        for (int step = first; step < first + steps; step++)
        {
            tile.Step("xt", step, "wt", step * vectors);
        }
    }

    /// <summary>From behind what a kernel row has consumed to the next one, if there is one.</summary>
    private void AdvanceRow(Size consumed, int vectors)
    {
        if (kernel.Taps.Rows > 1)
        {
            Advance(TapRow - consumed, vectors);
        }
    }

    private void Advance(Size elements, int vectors)
    {
        string[] steps = [
            .. elements.IsZero ? Array.Empty<string>() : [$"xt = {Code.At("xt", elements)};"],
            .. vectors == 0 ? Array.Empty<string>() : [$"wt = {Wide.At("wt", vectors)};"]];
        if (steps.Length > 0)
        {
            writer.Line(string.Join(" ", steps));
        }
    }

    /// <summary>A costly function of the finished rows.</summary>
    private void EmitActivation(int tileRows)
    {
        using CodeWriter.Scope rows = writer.Loop("u", tileRows);
        writer.Line($"yr = {Code.At("y", Code.Sum(("row", Y.Row), tileRows > 1 ? ("u", Y.Row) : ("", 0), ("", Y.Origin)))};");
        SumActivation.EmitCostly(
            writer, kernel.Activation, $"for (int column = 0; column < {writer.Sizes["Width", kernel.Width]}; column++)", "yr", Y.Column.Text, vectors);
    }
}
