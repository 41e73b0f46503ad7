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
                PanelDispatch.Emit(writer, kernel.Widths, "panel", group =>
                    $"{name}_Panel{group.Width}(ref x, {Code.At("dy", "lane")}, {Code.At("dw", $"lane * {kernel.InFeatures}")}" +
                    $"{(kernel.HasBias ? ", " + Code.At("db", "lane") : "")}, rows);");
            }
        }

        foreach (int width in kernel.Widths.Distinct())
        {
            writer.Line();
            EmitPanel(writer, kernel, name, width);
        }
    }

    private static void EmitPanel(CodeWriter writer, LinearWeightGradientKernel kernel, string name, int width)
    {
        IReadOnlyList<TileRun> pieces = Panels.Cut(kernel.InFeatures, ConvWeightGradientKernel.MaxRows(width));
        string[] parameters = [.. kernel.Operands.Select(operand => $"ref float {operand}"), "int rows"];
        using (KernelEmitter.Method(writer, $"{name}_Panel{width}", parameters))
        {
            foreach (TileRun piece in pieces)
            {
                using (writer.Block($"for (int tile = 0; tile < {piece.Count}; tile++)"))
                {
                    writer.Line($"{name}_Tile{piece.Length}x{width}(ref x, ref dy, ref dw, rows);");
                    writer.Line($"x = {Code.At("x", piece.Length)}; dw = {Code.At("dw", piece.Length * width)};");
                }
            }

            if (kernel.HasBias)
            {
                EmitBias(writer, width);
            }
        }

        foreach (TileRun piece in pieces)
        {
            writer.Line();
            EmitTile(writer, $"{name}_Tile{piece.Length}x{width}", piece.Length, width);
        }
    }

    private static void EmitBias(CodeWriter writer, int width)
    {
        int[] vectors = [.. Enumerable.Range(0, width / 8)];
        writer.Line("WideSum " + string.Join(", ", vectors.Select(v => $"total{v} = default")) + ";");
        using (Pieces(writer))
        {
            writer.Line("F8 " + string.Join(", ", vectors.Select(v => $"b{v} = F8.Zero")) + ";");
            using (Samples(writer))
            {
                writer.Line(string.Join(" ", vectors.Select(v => $"b{v} += {Code.Load("dy", 8 * v)};")));
                writer.Line($"dy = {Code.At("dy", "SampleStride")};");
            }

            writer.Line(string.Join(" ", vectors.Select(v => $"total{v}.Add(b{v});")));
        }

        writer.Line(string.Join(" ", vectors.Select(v => Code.Store($"total{v}.ToSingle()", "db", 8 * v))));
    }

    private static void EmitTile(CodeWriter writer, string method, int inputs, int width)
    {
        using (KernelEmitter.Method(writer, method, "ref float x", "ref float dy", "ref float dw", "int rows"))
        {
            var tile = new Tile(writer, [.. Enumerable.Range(0, inputs)], width);
            tile.DeclareOperands();
            using (Pieces(writer))
            {
                tile.Declare((_, _) => "F8.Zero");
                using (Samples(writer))
                {
                    tile.Step("x", 0, "dy", 0);
                    writer.Line($"x = {Code.At("x", "SampleStride")}; dy = {Code.At("dy", "SampleStride")};");
                }

                using (writer.Block("if (first == 0)"))
                {
                    tile.Store("dw", row => row * width);
                }

                using (writer.Block("else"))
                {
                    tile.Add("dw", row => row * width);
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
