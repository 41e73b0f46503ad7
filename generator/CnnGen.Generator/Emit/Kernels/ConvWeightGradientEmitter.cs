using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Weight gradients of a convolution: tiles of (inputs × taps) by output channels, summed over blocks of pixel rows.</summary>
internal static class ConvWeightGradientEmitter
{
    public static void Emit(CodeWriter writer, ConvWeightGradientKernel kernel, string name, SharedMethods methods)
    {
        foreach (int vectors in kernel.Kinds)
        {
            EmitPanel(writer, kernel, name, methods, vectors);
        }

        KernelEmitter.Method(writer, methods, kernel, name, "WeightGradient", code =>
        {
            using (code.Block("for (int unit = begin; unit < end; unit++)"))
            {
                EmitUnit(code, kernel, vectors => methods.Call($"{name}_Panel{vectors}", code.Sizes));
            }
        });
    }

    private static void EmitUnit(CodeWriter writer, ConvWeightGradientKernel kernel, Func<int, string> method)
    {
        bool hasBlocks = kernel.Blocks > 1;
        Size outputs = writer.Sizes["Outputs", kernel.OutChannels];
        string panels = PanelDispatch.Count(outputs);
        if (hasBlocks)
        {
            writer.Line($"int block = unit / {panels};");
        }

        string Block(Size stride) => hasBlocks ? $"block * {stride} + " : "";
        string x = hasBlocks ? Code.At("x", $"block * {writer.Sizes["Inputs", kernel.InChannels]}") : "ref x";
        string dy = Code.At("dy", $"{Block(outputs)}lane");
        Size length = writer.Sizes["BlockLength", Layout.RoundUp(kernel.OutChannels) * kernel.PackedDepth];
        string panel = $"{Block(length)}lane * {writer.Sizes["PackedDepth", kernel.PackedDepth]}";
        panel = kernel.PackedTaps is null ? panel : $"{panel} + firstRow * at.Width(W.Count)";
        string sums = string.Join(", ", Sums(kernel).Select(sum => Code.At(sum, panel)));
        PanelDispatch.Emit(
            writer, outputs, hasBlocks ? $"unit % {panels}" : "unit", method, $"{x}, {dy}, {sums}");
    }

    private static void EmitPanel(CodeWriter writer, ConvWeightGradientKernel kernel, string name, SharedMethods methods, int vectors)
    {
        string suffix = $"_Panel{vectors}";
        IReadOnlyList<EquatableArray<int>> patterns = Patterns(kernel, vectors);
        for (int i = 0; i < patterns.Count; i++)
        {
            EquatableArray<int> pattern = patterns[i];
            string[] counts = kernel.Pieces.CutsRows ? ["int rows", "int columns"] : ["int rows"];
            methods.Emit(
                writer, name, $"{suffix}_Tile{i}", $"WeightGradient_Tile{pattern.Count}x{vectors}",
                ["ref float x", "ref float dy", "ref float dw", .. counts],
                code => EmitTile(code, kernel, pattern, vectors));
        }

        methods.Emit(
            writer, name, suffix, $"WeightGradient{suffix}", ["ref float x", "ref float dy", .. Sums(kernel).Select(sum => $"ref float {sum}")],
            code => EmitPieces(code, kernel, vectors, tile => methods.Call($"{name}{suffix}_Tile{tile}", code.Sizes)));
    }

    /// <summary>The tiles that a panel's gradient is cut into: the offset in x of each of their rows.</summary>
    private static IReadOnlyList<EquatableArray<int>> Patterns(ConvWeightGradientKernel kernel, int vectors) => kernel.IsListed(vectors)
        ? [.. kernel.ListedTiles(vectors).Select(tile => tile.Pattern).Distinct()]
        : [.. Runs(kernel, vectors).Select(piece => EquatableArray<int>.From(Enumerable.Range(0, piece.Length)))];

    private static IReadOnlyList<TileRun> Runs(ConvWeightGradientKernel kernel, int vectors) =>
        Panels.Cut(kernel.TapRuns.Length, ConvWeightGradientKernel.MaxRows(vectors));

    private static void EmitPieces(CodeWriter writer, ConvWeightGradientKernel kernel, int vectors, Func<int, string> tile)
    {
        SumPieces pieces = kernel.Pieces;
        ImageSums.Rows(writer, pieces, $"{vectors * writer.Sizes["Depth", kernel.Depth]} * W.Count", () =>
        {
            using CodeWriter.Scope _ = ImageSums.Columns(writer, pieces);
            writer.Line(pieces.Rows > 1
                ? $"int rows = Math.Min({writer.Sizes["RowsPerPiece", pieces.Rows]}, {writer.Sizes["Height", pieces.Height]} - row);"
                : "const int rows = 1;");
            writer.Line(
                $"ref float xr = {Code.At("x", Piece(pieces, writer.Sizes["X", kernel.X]))}, gr = {Code.At("dy", Piece(pieces, writer.Sizes["Dy", kernel.Dy]))};");
            if (kernel.IsListed(vectors))
            {
                EmitList(writer, kernel, vectors, tile);
            }
            else
            {
                EmitLoops(writer, kernel, vectors, tile);
            }
        });
    }

    private static void EmitList(CodeWriter writer, ConvWeightGradientKernel kernel, int vectors, Func<int, string> tile)
    {
        EquatableArray<int>[] patterns = [.. Patterns(kernel, vectors)];
        foreach (ListedTile listed in kernel.ListedTiles(vectors))
        {
            string x = Code.At("xr", listed.X);
            string dw = Wide.At(ImageSums.Target(kernel.Pieces), listed.FirstRow * vectors);
            writer.Line($"{tile(Array.IndexOf(patterns, listed.Pattern))}({x}, ref gr, {dw}, {Counts(kernel)});");
        }
    }

    private static void EmitLoops(CodeWriter writer, ConvWeightGradientKernel kernel, int vectors, Func<int, string> tile)
    {
        IReadOnlyList<TileRun> runs = Runs(kernel, vectors);
        writer.Line($"ref float w = ref {ImageSums.Target(kernel.Pieces)};");
        using CodeWriter.Scope rows = writer.Block($"for (int u = 0; u < {writer.Sizes["TapRows", kernel.Taps.Rows]}; u++)");
        using CodeWriter.Scope columns = writer.Block($"for (int v = 0; v < {writer.Sizes["TapRuns", kernel.TapRuns.Runs]}; v++)");
        string place = Code.Sum(("u", writer.Sizes["TapRow", kernel.Taps.Row]), ("v", writer.Sizes["TapColumn", kernel.Taps.Column]));
        writer.Line($"ref float xt = {Code.At("xr", place)};");
        for (int i = 0; i < runs.Count; i++)
        {
            using (writer.Block($"for (int tile = 0; tile < {writer.Sizes[$"Tiles{runs[i].Length}x{vectors}", runs[i].Count]}; tile++)"))
            {
                writer.Line($"{tile(i)}(ref xt, ref gr, ref w, {Counts(kernel)});");
                writer.Line($"xt = {Code.At("xt", runs[i].Length)}; w = {Wide.At("w", runs[i].Length * vectors)};");
            }
        }
    }

    /// <summary>The first pixel of a piece.</summary>
    private static string Piece(SumPieces pieces, GridSizes grid) =>
        Code.Sum(("row", grid.Row), ("column", pieces.CutsRows ? grid.Column : 0), ("", grid.Origin));

    /// <summary>The gradient, and before it the sum over the image if there is one.</summary>
    private static string[] Sums(ConvWeightGradientKernel kernel) => kernel.Pieces.HasImageSum ? ["sum", "dw"] : ["dw"];

    /// <summary>The size of a piece.</summary>
    private static string Counts(ConvWeightGradientKernel kernel) => kernel.Pieces.CutsRows ? "rows, columns" : "rows";

    /// <summary>One tile over all pixels of a piece, two at a time; the sums of the piece are added to dw.</summary>
    private static void EmitTile(
        CodeWriter writer, ConvWeightGradientKernel kernel, EquatableArray<int> pattern, int vectors)
    {
        bool isCut = kernel.Pieces.CutsRows;
        GridSizes x = writer.Sizes["X", kernel.X], dy = writer.Sizes["Dy", kernel.Dy];
        var tile = new Tile(writer, [.. pattern.Select(row => (Size)row)], vectors);
        tile.DeclareOperands();
        tile.Declare((_, _) => "W.Zero");
        using (writer.Block("for (int row = 0; row < rows; row++)"))
        {
            writer.Line("ref float xt = ref x, gt = ref dy;");
            using (isCut
                ? writer.Block("for (int pair = 0; pair < columns / 2; pair++)")
                : writer.Loop("pair", kernel.Width > 1 ? writer.Sizes["Pairs", kernel.Width / 2] : 0))
            {
                if (kernel.Width > 1)
                {
                    tile.Step("xt", 0, "gt", 0);
                    tile.Step("xt", x.Column, "gt", 0, dy.Column);
                    writer.Line($"xt = {Code.At("xt", 2 * x.Column)}; gt = {Code.At("gt", 2 * dy.Column)};");
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

            writer.Line($"x = {Code.At("x", x.Row)}; dy = {Code.At("dy", dy.Row)};");
        }

        tile.Add("dw");
    }
}
