using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Runs of channels between tensors: whole vectors, then the rest as a block of bytes; padding channels stay zero.</summary>
internal static class ConcatEmitter
{
    public static void Emit(CodeWriter writer, ConcatKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (Pixels(writer, kernel.Y))
            {
                int first = 0;
                for (int i = 0; i < kernel.X.Count; i++)
                {
                    Layout x = kernel.X[i];
                    using (writer.Block(""))
                    {
                        writer.Line($"ref float from = {Code.At($"x{i}", Place(x, 0))}, to = {Code.At("y", Place(kernel.Y, first))};");
                        Copy(writer, x.Channels);
                    }

                    first += x.Channels;
                }

                int padding = kernel.Y.ChannelStride - first;
                if (padding > 0)
                {
                    string rest = Code.At("y", Place(kernel.Y, first));
                    writer.Line($"Unsafe.InitBlockUnaligned(ref Unsafe.As<float, byte>({rest}), 0, {4 * padding});");
                }
            }
        }
    }

    public static void Emit(CodeWriter writer, ConcatGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (Pixels(writer, kernel.Dx))
            {
                string from = Code.At("dy", Place(kernel.Dy, kernel.First));
                writer.Line($"ref float from = {from}, to = {Code.At("dx", Place(kernel.Dx, 0))};");
                if (kernel.Dx.Channels % 8 != 0)
                {
                    writer.Line(Code.Store("F8.Zero", "to", kernel.Dx.ChannelStride - 8));
                }

                Copy(writer, kernel.Dx.Channels);
            }
        }
    }

    private static void Copy(CodeWriter writer, int channels)
    {
        int full = channels / 8 * 8;
        if (full > 0)
        {
            using (writer.Block($"for (int c = 0; c < {full}; c += 8)"))
            {
                writer.Line("V.LoadUnsafe(ref from, (nuint)c).StoreUnsafe(ref to, (nuint)c);");
            }
        }

        if (channels > full)
        {
            writer.Line(
                $"Unsafe.CopyBlockUnaligned(ref Unsafe.As<float, byte>({Code.At("to", full)}), " +
                $"ref Unsafe.As<float, byte>({Code.At("from", full)}), {4 * (channels - full)});");
        }
    }

    private static string Place(Layout layout, int channel) =>
        Code.Sum(("i", layout.RowStride), ("j", layout.ChannelStride), ("", layout.At(0, 0) + channel));

    private static CodeWriter.Scope Pixels(CodeWriter writer, Layout layout)
    {
        writer.Line($"for (int i = 0; i < {layout.Height}; i++)");
        return writer.Block($"for (int j = 0; j < {layout.Width}; j++)");
    }
}
