using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Weight gradients of a linear layer: tiles of inputs by outputs, summed over the samples, some hundred at a time.</summary>
internal static class LinearWeightGradientEmitter
{
    public static void Emit(CodeWriter writer, LinearWeightGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (writer.Block("for (int panel = begin; panel < end; panel++)"))
            {
                if (kernel.HasBias)
                {
                    using (writer.Block("if (panel == 0)"))
                    {
                        writer.Line($"{name}_Bias(ref dy, ref db, rows);");
                    }
                }

                PanelDispatch.Emit(
                    writer, kernel.OutFeatures, "panel", vectors => $"{name}_Panel{vectors}",
                    $"ref x, {Code.At("dy", "lane")}, {Code.At("dw", $"lane * {kernel.InFeatures}")}, rows");
            }
        }

        if (kernel.HasBias)
        {
            writer.Line();
            EmitBias(writer, kernel, name);
        }

        foreach (int vectors in Panels.Kinds(kernel.OutFeatures))
        {
            writer.Line();
            EmitPanel(writer, kernel, name, vectors);
        }
    }

    private static void EmitPanel(CodeWriter writer, LinearWeightGradientKernel kernel, string name, int vectors)
    {
        IReadOnlyList<TileRun> pieces = Panels.Cut(kernel.InFeatures, ConvWeightGradientKernel.MaxRows(vectors));
        using (KernelEmitter.Method(writer, $"{name}_Panel{vectors}", "ref float x", "ref float dy", "ref float dw", "int rows"))
        {
            foreach (TileRun piece in pieces)
            {
                using (writer.Block($"for (int tile = 0; tile < {piece.Count}; tile++)"))
                {
                    writer.Line($"{name}_Tile{piece.Length}x{vectors}(ref x, ref dy, ref dw, rows);");
                    writer.Line($"x = {Code.At("x", piece.Length)}; dw = {Wide.At("dw", piece.Length * vectors)};");
                }
            }
        }

        foreach (TileRun piece in pieces)
        {
            writer.Line();
            EmitTile(writer, $"{name}_Tile{piece.Length}x{vectors}", piece.Length, vectors);
        }
    }

    /// <summary>The bias's gradient, eight outputs at a time.</summary>
    private static void EmitBias(CodeWriter writer, LinearWeightGradientKernel kernel, string name)
    {
        using CodeWriter.Scope method = KernelEmitter.Method(writer, $"{name}_Bias", "ref float dy", "ref float db", "int rows");
        using CodeWriter.Scope outputs = PixelLoops.Octets(writer, Layout.RoundUp(kernel.OutFeatures));
        writer.Line($"ref float gt = {Code.At("dy", "c")};\nWideSum<V, F8> total = default;");
        using (Pieces(writer))
        {
            writer.Line("F8 piece = V.Zero;");
            using (Samples(writer))
            {
                writer.Line($"piece = V.Add(piece, V.LoadUnsafe(ref gt));\ngt = {Code.At("gt", "SampleStride")};");
            }

            writer.Line("total.Add(piece);");
        }

        writer.Line("V.StoreUnsafe(total.ToSingle(), ref db, c);");
    }

    private static void EmitTile(CodeWriter writer, string method, int inputs, int vectors)
    {
        using (KernelEmitter.Method(writer, method, "ref float x", "ref float dy", "ref float dw", "int rows"))
        {
            var tile = new Tile(writer, [.. Enumerable.Range(0, inputs)], vectors);
            tile.DeclareOperands();
            using (Pieces(writer))
            {
                tile.Declare((_, _) => "W.Zero");
                using (Samples(writer))
                {
                    tile.Step("x", 0, "dy", 0);
                    writer.Line($"x = {Code.At("x", "SampleStride")}; dy = {Code.At("dy", "SampleStride")};");
                }

                using (writer.Block("if (first == 0)"))
                {
                    tile.Store("dw");
                }

                using (writer.Block("else"))
                {
                    tile.Add("dw");
                }
            }
        }
    }

    private static CodeWriter.Scope Pieces(CodeWriter writer) =>
        writer.Block($"for (int first = 0; first < rows; first += {SumPieces.Longest})");

    private static CodeWriter.Scope Samples(CodeWriter writer)
    {
        writer.Line($"int last = Math.Min(first + {SumPieces.Longest}, rows);");
        return writer.Block("for (int row = first; row < last; row++)");
    }
}
