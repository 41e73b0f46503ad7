using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Channels in another order: of one pixel, or as pixels of a finer image.</summary>
internal static class ShuffleEmitter
{
    /// <summary>Two rows or columns of the matrix of channels go in vectors, more of them element by element.</summary>
    public static void Emit(CodeWriter writer, ChannelShuffleKernel kernel, string name)
    {
        int groups = kernel.Groups, length = kernel.Y.Channels / groups;
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (Pixels(writer, kernel.Y))
            {
                writer.Line($"ref float xt = {Pixel("x", kernel.X)};\nref float yt = {Pixel("y", kernel.Y)};");
                ClearPadding(writer, kernel.Y, "yt");
                writer.Line((groups, length) switch
                {
                    (2, _) => $"Interleaving.Merge(ref xt, ref yt, {length});",
                    (_, 2) => $"Interleaving.Split(ref xt, ref yt, {groups});",
                    _ =>
                        $"""
                        for (int n = 0; n < {length}; n++)
                        for (int g = 0; g < {groups}; g++)
                            Unsafe.Add(ref yt, n * {groups} + g) = Unsafe.Add(ref xt, g * {length} + n);
                        """,
                });
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

    private static void ClearPadding(CodeWriter writer, Layout layout, string pixel)
    {
        if (layout.Channels < layout.ChannelStride)
        {
            writer.Line(Octet.Write(Octet.Zero, pixel, layout.ChannelStride - Layout.Lanes));
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
