using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Channels in another order: of one pixel, or as pixels of a finer image.</summary>
internal static class ShuffleEmitter
{
    /// <summary>Two rows or columns of the matrix of channels go in vectors; what is left, and all others, element by element.</summary>
    public static void Emit(CodeWriter writer, ChannelShuffleKernel kernel, string name)
    {
        int groups = kernel.Groups, length = kernel.Y.Channels / groups;
        (int firstColumn, int firstGroup) = (0, 0);
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (Pixels(writer, kernel.Y))
            {
                writer.Line($"ref float xt = {Pixel("x", kernel.X)};\nref float yt = {Pixel("y", kernel.Y)};");
                ClearPadding(writer, kernel.Y, "yt");
                if (groups == 2)
                {
                    firstColumn = length / 4 * 4;
                    Quads(
                        writer,
                        firstColumn,
                        "F8 pair = Vector256.Create(Vector128.LoadUnsafe(ref xt, (nuint)c), " +
                        $"Vector128.LoadUnsafe(ref xt, (nuint)(c + {length})));\n" +
                        "Vector256.Shuffle(pair, Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).StoreUnsafe(ref yt, (nuint)(2 * c));");
                }
                else if (length == 2)
                {
                    firstGroup = groups / 4 * 4;
                    Quads(
                        writer,
                        firstGroup,
                        "F8 pair = Vector256.Shuffle(V.LoadUnsafe(ref xt, (nuint)(2 * c)), Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7));\n" +
                        $"pair.GetLower().StoreUnsafe(ref yt, (nuint)c);\npair.GetUpper().StoreUnsafe(ref yt, (nuint)(c + {groups}));");
                }

                if (firstColumn < length && firstGroup < groups)
                {
                    writer.Line(
                        $"""
                        for (int n = {firstColumn}; n < {length}; n++)
                        for (int g = {firstGroup}; g < {groups}; g++)
                            Unsafe.Add(ref yt, n * {groups} + g) = Unsafe.Add(ref xt, g * {length} + n);
                        """);
                }
            }
        }
    }

    public static void Emit(CodeWriter writer, PixelShuffleKernel kernel, string name)
    {
        (int factor, Layout fine) = (kernel.Factor, kernel.Fine);
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (Pixels(writer, kernel.Coarse))
            {
                writer.Line($"ref float ct = {Pixel("coarse", kernel.Coarse)};");
                if (!kernel.ToPixels)
                {
                    ClearPadding(writer, kernel.Coarse, "ct");
                }

                writer.Line($"for (int u = 0; u < {factor}; u++)");
                using (writer.Block($"for (int v = 0; v < {factor}; v++)"))
                {
                    string place = Code.Sum(
                        ($"(i * {factor} + u)", fine.RowStride), ($"(j * {factor} + v)", fine.ChannelStride), ("", fine.At(0, 0)));
                    writer.Line($"ref float ft = {Code.At("fine", place)};");
                    if (kernel.ToPixels)
                    {
                        ClearPadding(writer, fine, "ft");
                    }

                    string channel = $"Unsafe.Add(ref ct, c * {factor * factor} + u * {factor} + v)", pixel = "Unsafe.Add(ref ft, c)";
                    writer.Line(
                        $"for (int c = 0; c < {fine.Channels}; c++)\n" +
                        (kernel.ToPixels ? $"    {pixel} = {channel};" : $"    {channel} = {pixel};"));
                }
            }
        }
    }

    /// <summary>Four channels a step.</summary>
    private static void Quads(CodeWriter writer, int end, string body)
    {
        if (end > 0)
        {
            using (writer.Block($"for (int c = 0; c < {end}; c += 4)"))
            {
                writer.Line(body);
            }
        }
    }

    private static void ClearPadding(CodeWriter writer, Layout layout, string pixel)
    {
        if (layout.Channels < layout.ChannelStride)
        {
            writer.Line(Code.Store("F8.Zero", pixel, layout.ChannelStride - 8));
        }
    }

    private static string Pixel(string tensor, Layout layout) =>
        Code.At(tensor, Code.Sum(("i", layout.RowStride), ("j", layout.ChannelStride), ("", layout.At(0, 0))));

    private static CodeWriter.Scope Pixels(CodeWriter writer, Layout layout)
    {
        writer.Line($"for (int i = 0; i < {layout.Height}; i++)");
        return writer.Block($"for (int j = 0; j < {layout.Width}; j++)");
    }
}
