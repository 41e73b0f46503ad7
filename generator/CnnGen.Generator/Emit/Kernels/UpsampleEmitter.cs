using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Upsampling and its gradient. Nearest: a pixel is stored scale × scale times, its gradient is their sum. Bilinear: the place
/// between two pixels is a fraction of integers, so its weights are exact. Both pixels are weighted, which no difference of theirs can
/// overflow, and a place on a pixel lies halfway between it and itself, so that an infinite neighbour is not multiplied by zero.
/// </summary>
internal static class UpsampleEmitter
{
    private const int MaxUnrolledScale = 4;

    public static void Emit(CodeWriter writer, UpsampleKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            if (kernel.Op.Mode == UpsampleMode.Nearest)
            {
                using (Blocks(writer, kernel.Op.Scale, kernel.X, "x", kernel.Y, "y"))
                {
                    writer.Line("F8 value = V.LoadUnsafe(ref xt);");
                    Taps(writer, kernel.Op.Scale, kernel.Y, offset => Octet.Write("value", Code.At("yt", offset)));
                }

                return;
            }

            Interpolated(
                writer, kernel.Op, kernel.X, "x", kernel.Y, "y",
                """
                F8 upper = V.LoadUnsafe(ref above, left + c), lower = V.LoadUnsafe(ref below, left + c);
                upper = V.MultiplyAdd(V.LoadUnsafe(ref above, right + c), V.Create(toRight), V.Multiply(upper, V.Create(toLeft)));
                lower = V.MultiplyAdd(V.LoadUnsafe(ref below, right + c), V.Create(toRight), V.Multiply(lower, V.Create(toLeft)));
                V.StoreUnsafe(V.MultiplyAdd(lower, V.Create(toBelow), V.Multiply(upper, V.Create(toAbove))), ref yt, c);
                """);
        }
    }

    public static void Emit(CodeWriter writer, UpsampleGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            if (kernel.Op.Mode == UpsampleMode.Nearest)
            {
                using (Blocks(writer, kernel.Op.Scale, kernel.Dx, "dx", kernel.Dy, "dy"))
                {
                    writer.Line("F8 sum = V.Zero;");
                    Taps(writer, kernel.Op.Scale, kernel.Dy, offset => $"sum = {Octet.Add("sum", Octet.Read(Code.At("dyt", offset)))};");
                    writer.Line("V.StoreUnsafe(sum, ref dxt);");
                }

                return;
            }

            writer.Line($"MemoryMarshal.CreateSpan(ref dx, {kernel.Dx.Size}).Clear();");
            Interpolated(
                writer, kernel.Op, kernel.Dx, "dx", kernel.Dy, "dy",
                "F8 gradient = V.LoadUnsafe(ref dyt, c);\n" +
                "F8 upper = V.Multiply(gradient, V.Create(toAbove)), lower = V.Multiply(gradient, V.Create(toBelow));\n" +
                string.Join("\n", AddShare("above", "upper"), AddShare("below", "lower")));
        }
    }

    /// <summary>Adds a row's share of a gradient to the pixels left and right of its place.</summary>
    private static string AddShare(string row, string gradient)
    {
        return $"{Statement("left + c", "toLeft")}\n{Statement("right + c", "toRight")}";

        string Statement(string place, string weight) =>
            Octet.Write(Octet.Add(Octet.Read(row, place), Octet.Multiply(gradient, Octet.Create(weight))), row, place);
    }

    /// <summary>Each vector of the coarse tensor, <c>{name}t</c>, and the first of those that repeat it.</summary>
    private static CodeWriter.Scope Blocks(
        CodeWriter writer, int scale, Layout coarse, string coarseName, Layout fine, string fineName)
    {
        writer.Line($"for (int i = 0; i < {coarse.Height}; i++)\nfor (int j = 0; j < {coarse.Width}; j++)");
        CodeWriter.Scope scope = PixelLoops.Octets(writer, coarse.ChannelStride, "int c");
        string from = Code.Sum(("i", coarse.RowStride), ("j", coarse.ChannelStride), ("c", 1), ("", coarse.At(0, 0)));
        string to = Code.Sum(("i", scale * fine.RowStride), ("j", scale * fine.ChannelStride), ("c", 1), ("", fine.At(0, 0)));
        writer.Line($"ref float {coarseName}t = {Code.At(coarseName, from)};\nref float {fineName}t = {Code.At(fineName, to)};");
        return scope;
    }

    /// <summary>A statement for each pixel that repeats another.</summary>
    private static void Taps(CodeWriter writer, int scale, Layout fine, Func<string, string> statement)
    {
        if (scale > MaxUnrolledScale)
        {
            writer.Line($"for (int u = 0; u < {scale}; u++)\nfor (int v = 0; v < {scale}; v++)");
            writer.Line($"    {statement(Code.Sum(("u", fine.RowStride), ("v", fine.ChannelStride)))}");
            return;
        }

        for (int tap = 0; tap < scale * scale; tap++)
        {
            writer.Line(statement(Code.Int(tap / scale * fine.RowStride + tap % scale * fine.ChannelStride)));
        }
    }

    /// <summary>
    /// Each vector of the fine tensor, <c>{name}t</c>: the rows above and below and the offsets left and right of its place in the
    /// coarse one, and their weights.
    /// </summary>
    private static void Interpolated(
        CodeWriter writer, Upsample op, Layout coarse, string coarseName, Layout fine, string fineName, string body)
    {
        string Row(string row) => Code.At(coarseName, Code.Sum((row, coarse.RowStride), ("", coarse.At(0, 0))));
        using (writer.Block($"for (int i = 0; i < {fine.Height}; i++)"))
        {
            EmitPlace(writer, op, "i", ("row", "toAbove"), ("nextRow", "toBelow"), coarse.Height);
            writer.Line($"ref float above = {Row("row")};\nref float below = {Row("nextRow")};");
            using (writer.Block($"for (int j = 0; j < {fine.Width}; j++)"))
            {
                EmitPlace(writer, op, "j", ("column", "toLeft"), ("nextColumn", "toRight"), coarse.Width);
                string place = Code.Sum(("i", fine.RowStride), ("j", fine.ChannelStride), ("", fine.At(0, 0)));
                writer.Line(
                    $"""
                    nuint left = (nuint)(column * {coarse.ChannelStride});
                    nuint right = (nuint)(nextColumn * {coarse.ChannelStride});
                    ref float {fineName}t = {Code.At(fineName, place)};
                    """);
                using (PixelLoops.Octets(writer, fine.ChannelStride))
                {
                    writer.Line(body);
                }
            }
        }
    }

    /// <summary>The pixel at or before the place of an output pixel, the one behind it, and their weights.</summary>
    private static void EmitPlace(
        CodeWriter writer,
        Upsample op,
        string output,
        (string Pixel, string Weight) first,
        (string Pixel, string Weight) second,
        int length)
    {
        int divisor = op.AlignCorners ? Math.Max(1, length * op.Scale - 1) : 2 * op.Scale;
        string numerator = op.AlignCorners ? $"{output} * {length - 1}L" : $"Math.Max(0, {Code.Sum((output, 2), ("", 1 - op.Scale))})";
        string rest = $"{output}Rest";
        writer.Line(
            $"""
            (int {first.Pixel}, int {rest}) = ((int)({numerator} / {divisor}), (int)({numerator} % {divisor}));
            int {second.Pixel} = {rest} == 0 ? {first.Pixel} : Math.Min({first.Pixel} + 1, {length - 1});
            float {second.Weight} = {second.Pixel} == {first.Pixel} ? 0.5f : {rest} / {divisor}f, {first.Weight} = 1f - {second.Weight};
            """);
    }
}
