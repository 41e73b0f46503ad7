using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Constants per channel along rows of elements: after a period, whole pixels and whole vectors, they repeat. So an input of three
/// channels need not be widened.
/// </summary>
internal static class NormalizeEmitter
{
    public static void Emit(CodeWriter writer, NormalizeKernel kernel, string name)
    {
        Layout x = kernel.X;
        int period = Period(x.ChannelStride);
        bool isOneRun = x.IsContiguous && kernel.Y.IsContiguous;
        int rows = isOneRun ? 1 : x.Height;
        int length = (isOneRun ? x.Height : 1) * x.Width * x.ChannelStride;
        bool hasMean = kernel.Mean.Count > 0;
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Constants(writer, "scales", "scale", kernel.Std.Select(std => 1f / std), x.ChannelStride, period);
            if (hasMean)
            {
                Constants(writer, "means", "mean", kernel.Mean, x.ChannelStride, period);
            }

            using (writer.Loop("row", rows))
            {
                foreach ((string tensor, Layout layout) in new[] { ("x", x), ("y", kernel.Y) })
                {
                    string offset = Code.Sum(("row", rows > 1 ? layout.RowStride : 0), ("", layout.At(0, 0)));
                    writer.Line($"ref float {tensor}t = {Code.At(tensor, offset)};");
                }

                if (length >= period)
                {
                    using (writer.Loop("n", length / period))
                    {
                        using (PixelLoops.Octets(writer, period))
                        {
                            string value = PixelLoops.Load("xt");
                            value = hasMean ? Octet.Subtract(value, PixelLoops.Load("mean")) : value;
                            writer.Line(PixelLoops.Store(Octet.Multiply(value, PixelLoops.Load("scale")), "yt"));
                        }

                        writer.Line(Code.Advance(period, "xt", "yt"));
                    }
                }

                if (length % period > 0)
                {
                    using (writer.Block($"for (int c = 0; c < {length % period}; c++)"))
                    {
                        string value = hasMean ? "(Unsafe.Add(ref xt, c) - Unsafe.Add(ref mean, c))" : "Unsafe.Add(ref xt, c)";
                        writer.Line($"Unsafe.Add(ref yt, c) = {value} * Unsafe.Add(ref scale, c);");
                    }
                }
            }
        }
    }

    /// <summary>A constant for each element of a period; zeros for padding channels.</summary>
    private static void Constants(
        CodeWriter writer, string table, string origin, IEnumerable<float> channels, int channelStride, int period)
    {
        float[] pixel = [.. channels, .. Enumerable.Repeat(0f, channelStride)];
        IEnumerable<string> values = Enumerable.Range(0, period).Select(i => Code.Float(pixel[i % channelStride]));
        writer.Line($"ReadOnlySpan<float> {table} = [{string.Join(", ", values)}];");
        writer.Line($"ref float {origin} = ref MemoryMarshal.GetReference({table});");
    }

    /// <summary>The least common multiple of a stride and a vector's lanes.</summary>
    private static int Period(int channelStride)
    {
        int period = channelStride;
        while (period % Layout.Lanes != 0)
        {
            period += channelStride;
        }

        return period;
    }
}
