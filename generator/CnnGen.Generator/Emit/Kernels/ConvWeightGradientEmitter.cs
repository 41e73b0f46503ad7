using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Weight gradients of a convolution: tiles of (inputs × taps) by output channels, summed over blocks of pixel rows.</summary>
internal static class ConvWeightGradientEmitter
{
    public static void Emit(CodeWriter writer, ConvWeightGradientKernel kernel, string name)
    {
        int panels = kernel.Widths.Count;
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (writer.Block("for (int unit = begin; unit < end; unit++)"))
            {
                bool hasBlocks = kernel.Blocks > 1;
                if (hasBlocks)
                {
                    writer.Line(panels > 1 ? $"int block = unit / {panels}, panel = unit % {panels};" : "int block = unit;");
                }
                else if (panels > 1)
                {
                    writer.Line("int panel = unit;");
                }

                string Block(int stride) => hasBlocks ? $"block * {stride} + " : "";
                PanelDispatch.Emit(writer, kernel.Widths, "panel", group =>
                {
                    string x = hasBlocks ? Code.At("x", $"block * {kernel.InChannels}") : "ref x";
                    string dy = Code.At("dy", $"{Block(kernel.OutChannels)}lane");
                    string panel = $"{Block(kernel.Widths.Sum() * kernel.PackedDepth)}lane * {kernel.PackedDepth}";
                    int first = kernel.FirstRow * group.Width;
                    string dw = Code.At("dw", first > 0 ? $"{panel} + {first}" : panel);
                    return $"{name}_Panel{group.Width}({x}, {dy}, {dw});";
                });
            }
        }

        foreach (int width in kernel.Widths.Distinct())
        {
            writer.Line();
            EmitPanel(writer, kernel, name, width);
        }
    }

    private static void EmitPanel(CodeWriter writer, ConvWeightGradientKernel kernel, string name, int width)
    {
        string method = $"{name}_Panel{width}";
        EquatableArray<int>[] patterns;
        using (KernelEmitter.Method(writer, method, "ref float x", "ref float dy", "ref float dw"))
        {
            bool isBlocked = kernel.RowsPerBlock < kernel.Height;
            using CodeWriter.Scope _ = isBlocked
                ? writer.Block($"for (int row = 0; row < {kernel.Height}; row += {kernel.RowsPerBlock})")
                : default;
            string row = isBlocked ? "row" : "0";
            writer.Line(isBlocked
                ? $"int rows = Math.Min({kernel.RowsPerBlock}, {kernel.Height} - row);"
                : $"const int rows = {kernel.Height};");
            writer.Line($"ref float xr = {Code.At("x", Code.Sum((row, isBlocked ? kernel.X.Row : 0), ("", kernel.X.Origin)))};");
            writer.Line($"ref float gr = {Code.At("dy", Code.Sum((row, isBlocked ? kernel.Dy.Row : 0), ("", kernel.Dy.Origin)))};");
            patterns = kernel.IsListed(width) ? EmitList(writer, kernel, method, width) : EmitLoops(writer, kernel, method, width);
        }

        for (int i = 0; i < patterns.Length; i++)
        {
            writer.Line();
            EmitTile(writer, kernel, $"{method}_Tile{i}", patterns[i], width);
        }
    }

    private static EquatableArray<int>[] EmitList(CodeWriter writer, ConvWeightGradientKernel kernel, string method, int width)
    {
        ListedTile[] tiles = [.. kernel.ListedTiles(width)];
        EquatableArray<int>[] patterns = [.. tiles.Select(tile => tile.Pattern).Distinct()];
        foreach (ListedTile tile in tiles)
        {
            string x = Code.At("xr", tile.X);
            string dw = Code.At("dw", tile.FirstRow * width);
            writer.Line($"{method}_Tile{Array.IndexOf(patterns, tile.Pattern)}({x}, ref gr, {dw}, rows);");
        }

        return patterns;
    }

    private static EquatableArray<int>[] EmitLoops(CodeWriter writer, ConvWeightGradientKernel kernel, string method, int width)
    {
        (int runs, int length) = kernel.TapRuns;
        IReadOnlyList<TileRun> pieces = Panels.Cut(length, ConvWeightGradientKernel.MaxRows(width));
        writer.Line("ref float w = ref dw;");
        using (writer.Block($"for (int u = 0; u < {kernel.Taps.Rows}; u++)"))
        {
            using (writer.Block($"for (int v = 0; v < {runs}; v++)"))
            {
                writer.Line($"ref float xt = {Code.At("xr", Code.Sum(("u", kernel.Taps.Row), ("v", kernel.Taps.Column)))};");
                for (int i = 0; i < pieces.Count; i++)
                {
                    using (writer.Block($"for (int tile = 0; tile < {pieces[i].Count}; tile++)"))
                    {
                        writer.Line($"{method}_Tile{i}(ref xt, ref gr, ref w, rows);");
                        writer.Line($"xt = {Code.At("xt", pieces[i].Length)}; w = {Code.At("w", pieces[i].Length * width)};");
                    }
                }
            }
        }

        return [.. pieces.Select(piece => EquatableArray<int>.From(Enumerable.Range(0, piece.Length)))];
    }

    /// <summary>One tile over all pixels of some rows; two pixels at a time.</summary>
    private static void EmitTile(CodeWriter writer, ConvWeightGradientKernel kernel, string method, EquatableArray<int> pattern, int width)
    {
        using (KernelEmitter.Method(writer, method, "ref float x", "ref float dy", "ref float dw", "int rows"))
        {
            var tile = new Tile(writer, pattern, width);
            tile.DeclareOperands();
            tile.Declare((row, v) => Code.Load("dw", row * width + 8 * v));
            using (writer.Block("for (int row = 0; row < rows; row++)"))
            {
                writer.Line("ref float xt = ref x, gt = ref dy;");
                using (writer.Loop("pair", kernel.Width / 2))
                {
                    if (kernel.Width > 1)
                    {
                        tile.Step("xt", 0, "gt", 0);
                        tile.Step("xt", kernel.X.Column, "gt", kernel.Dy.Column);
                        writer.Line($"xt = {Code.At("xt", 2 * kernel.X.Column)}; gt = {Code.At("gt", 2 * kernel.Dy.Column)};");
                    }
                }

                if (kernel.Width % 2 == 1)
                {
                    tile.Step("xt", 0, "gt", 0);
                }

                writer.Line($"x = {Code.At("x", kernel.X.Row)}; dy = {Code.At("dy", kernel.Dy.Row)};");
            }

            tile.Store("dw", row => row * width);
        }
    }
}
