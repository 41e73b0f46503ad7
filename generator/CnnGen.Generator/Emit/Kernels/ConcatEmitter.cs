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
                int first = kernel.First;
                if (first > 0 && !kernel.IsPart)
                {
                    Clear(writer, kernel.Y, 0, first);
                }

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

                if (first < kernel.Y.ChannelStride && (!kernel.IsPart || first == kernel.Y.Channels))
                {
                    Clear(writer, kernel.Y, first, kernel.Y.ChannelStride);
                }
            }
        }
    }

    public static void Emit(CodeWriter writer, ChannelsKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (Pixels(writer, kernel.Y))
            {
                string from = Code.At("x", Place(kernel.X, kernel.First));
                writer.Line($"ref float from = {from}, to = {Code.At("y", Place(kernel.Y, 0))};");
                if (kernel.Y.Channels % Layout.Lanes != 0)
                {
                    writer.Line(Octet.Write(Octet.Zero, "to", kernel.Y.ChannelStride - Layout.Lanes));
                }

                Copy(writer, kernel.Y.Channels);
            }
        }
    }

    /// <summary>Zeros in channels of a pixel of y.</summary>
    private static void Clear(CodeWriter writer, Layout y, int begin, int end) =>
        writer.Line(Code.Clear(Code.At("y", Place(y, begin)), end - begin));

    private static void Copy(CodeWriter writer, int channels)
    {
        int full = channels / Layout.Lanes * Layout.Lanes;
        if (full > 0)
        {
            using (PixelLoops.Octets(writer, full))
            {
                writer.Line(PixelLoops.Store(PixelLoops.Load("from"), "to"));
            }
        }

        if (channels > full)
        {
            writer.Line(Code.Copy(Code.At("to", full), Code.At("from", full), channels - full));
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
