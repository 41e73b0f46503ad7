using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Weight gradients of a convolution: tiles of (inputs × taps) by output channels, summed over blocks of pixel rows.</summary>
internal static class ConvWeightGradientEmitter
{
    public static void Emit(CodeWriter writer, ConvWeightGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (writer.Block("for (int unit = begin; unit < end; unit++)"))
            {
                bool hasBlocks = kernel.Blocks > 1;
                string panels = PanelDispatch.Count(kernel.OutChannels);
                if (hasBlocks)
                {
                    writer.Line($"int block = unit / {panels};");
                }

                string Block(int stride) => hasBlocks ? $"block * {stride} + " : "";
                string x = hasBlocks ? Code.At("x", $"block * {kernel.InChannels}") : "ref x";
                string dy = Code.At("dy", $"{Block(kernel.OutChannels)}lane");
                string panel = $"{Block(Layout.RoundUp(kernel.OutChannels) * kernel.PackedDepth)}lane * {kernel.PackedDepth}";
                panel = kernel.PackedTaps is null ? panel : $"{panel} + firstRow * at.Width(W.Count)";
                string sums = string.Join(", ", Sums(kernel).Select(sum => Code.At(sum, panel)));
                PanelDispatch.Emit(
                    writer, kernel.OutChannels, hasBlocks ? $"unit % {panels}" : "unit", $"{name}_Panel", $"{x}, {dy}, {sums}");
            }
        }

        foreach (int vectors in kernel.Kinds)
        {
            writer.Line();
            EmitPanel(writer, kernel, name, vectors);
        }
    }

    private static void EmitPanel(CodeWriter writer, ConvWeightGradientKernel kernel, string name, int vectors)
    {
        string method = $"{name}_Panel{vectors}";
        EquatableArray<int>[] patterns;
        string[] parameters = ["ref float x", "ref float dy", .. Sums(kernel).Select(sum => $"ref float {sum}")];
        using (KernelEmitter.Method(writer, method, parameters))
        {
            EquatableArray<int>[] found = [];
            SumPieces pieces = kernel.Pieces;
            ImageSums.Rows(writer, pieces, $"{kernel.Depth * vectors} * W.Count", () =>
            {
                using CodeWriter.Scope _ = ImageSums.Columns(writer, pieces);
                writer.Line(pieces.Rows > 1
                    ? $"int rows = Math.Min({pieces.Rows}, {pieces.Height} - row);"
                    : "const int rows = 1;");
                writer.Line($"ref float xr = {Code.At("x", Piece(pieces, kernel.X))}, gr = {Code.At("dy", Piece(pieces, kernel.Dy))};");
                found = kernel.IsListed(vectors) ? EmitList(writer, kernel, method, vectors) : EmitLoops(writer, kernel, method, vectors);
            });
            patterns = found;
        }

        for (int i = 0; i < patterns.Length; i++)
        {
            writer.Line();
            EmitTile(writer, kernel, $"{method}_Tile{i}", patterns[i], vectors);
        }
    }

    private static EquatableArray<int>[] EmitList(CodeWriter writer, ConvWeightGradientKernel kernel, string method, int vectors)
    {
        ListedTile[] tiles = [.. kernel.ListedTiles(vectors)];
        EquatableArray<int>[] patterns = [.. tiles.Select(tile => tile.Pattern).Distinct()];
        foreach (ListedTile tile in tiles)
        {
            string x = Code.At("xr", tile.X);
            string dw = Wide.At(ImageSums.Target(kernel.Pieces), tile.FirstRow * vectors);
            writer.Line($"{method}_Tile{Array.IndexOf(patterns, tile.Pattern)}({x}, ref gr, {dw}, {Counts(kernel)});");
        }

        return patterns;
    }

    private static EquatableArray<int>[] EmitLoops(CodeWriter writer, ConvWeightGradientKernel kernel, string method, int vectors)
    {
        (int runs, int length) = kernel.TapRuns;
        IReadOnlyList<TileRun> pieces = Panels.Cut(length, ConvWeightGradientKernel.MaxRows(vectors));
        writer.Line($"ref float w = ref {ImageSums.Target(kernel.Pieces)};");
        using (writer.Block($"for (int u = 0; u < {kernel.Taps.Rows}; u++)"))
        {
            using (writer.Block($"for (int v = 0; v < {runs}; v++)"))
            {
                writer.Line($"ref float xt = {Code.At("xr", Code.Sum(("u", kernel.Taps.Row), ("v", kernel.Taps.Column)))};");
                for (int i = 0; i < pieces.Count; i++)
                {
                    using (writer.Block($"for (int tile = 0; tile < {pieces[i].Count}; tile++)"))
                    {
                        writer.Line($"{method}_Tile{i}(ref xt, ref gr, ref w, {Counts(kernel)});");
                        writer.Line($"xt = {Code.At("xt", pieces[i].Length)}; w = {Wide.At("w", pieces[i].Length * vectors)};");
                    }
                }
            }
        }

        return [.. pieces.Select(piece => EquatableArray<int>.From(Enumerable.Range(0, piece.Length)))];
    }

    /// <summary>The first pixel of a piece.</summary>
    private static string Piece(SumPieces pieces, Grid grid) =>
        Code.Sum(("row", grid.Row), ("column", pieces.CutsRows ? grid.Column : 0), ("", grid.Origin));

    /// <summary>The gradient, and before it the sum over the image if there is one.</summary>
    private static string[] Sums(ConvWeightGradientKernel kernel) => kernel.Pieces.HasImageSum ? ["sum", "dw"] : ["dw"];

    /// <summary>The size of a piece.</summary>
    private static string Counts(ConvWeightGradientKernel kernel) => kernel.Pieces.CutsRows ? "rows, columns" : "rows";

    /// <summary>One tile over all pixels of a piece, two at a time; the sums of the piece are added to dw.</summary>
    private static void EmitTile(CodeWriter writer, ConvWeightGradientKernel kernel, string method, EquatableArray<int> pattern, int vectors)
    {
        bool isCut = kernel.Pieces.CutsRows;
        string[] counts = isCut ? ["int rows", "int columns"] : ["int rows"];
        using (KernelEmitter.Method(writer, method, ["ref float x", "ref float dy", "ref float dw", .. counts]))
        {
            var tile = new Tile(writer, pattern, vectors);
            tile.DeclareOperands();
            tile.Declare((_, _) => "W.Zero");
            using (writer.Block("for (int row = 0; row < rows; row++)"))
            {
                writer.Line("ref float xt = ref x, gt = ref dy;");
                using (isCut ? writer.Block("for (int pair = 0; pair < columns / 2; pair++)") : writer.Loop("pair", kernel.Width / 2))
                {
                    if (kernel.Width > 1)
                    {
                        tile.Step("xt", 0, "gt", 0);
                        tile.Step("xt", kernel.X.Column, "gt", 0, kernel.Dy.Column);
                        writer.Line($"xt = {Code.At("xt", 2 * kernel.X.Column)}; gt = {Code.At("gt", 2 * kernel.Dy.Column)};");
                    }
                }

                if (isCut)
                {
                    using (writer.Block("if (columns % 2 == 1)"))
                    {
                        tile.Step("xt", 0, "gt", 0);
                    }
                }
                else if (kernel.Width % 2 == 1)
                {
                    tile.Step("xt", 0, "gt", 0);
                }

                writer.Line($"x = {Code.At("x", kernel.X.Row)}; dy = {Code.At("dy", kernel.Dy.Row)};");
            }

            tile.Add("dw");
        }
    }
}
