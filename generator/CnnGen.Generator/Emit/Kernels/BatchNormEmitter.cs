using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Batch normalisation. Sums run in three steps (row, sample, batch), so that rounding does not grow with the number of pixels.
/// Formulas: Ioffe and Szegedy 2015; variance is the biased one, the running variance takes the unbiased one as PyTorch does.
/// </summary>
internal static class BatchNormEmitter
{
    public static void Emit(CodeWriter writer, BatchNormKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (Channels(writer, kernel.Y.ChannelStride))
            {
                int pixels = kernel.Y.Height * kernel.Y.Width;
                writer.Line($"F8 mean8 = F8.Zero, variance8 = F8.Zero;\nfloat count = (float)rows * {pixels};");
                (string, Layout)[] x = [("x", kernel.X)];
                Sum(writer, x, ["mean8"], () => writer.Line("mean8Row += V.LoadUnsafe(ref xt);"));
                writer.Line("mean8 /= V.Create(count);");
                Sum(writer, x, ["variance8"], () =>
                    writer.Line(
                        "F8 deviation = V.LoadUnsafe(ref xt) - mean8;\n" +
                        "variance8Row = V.MultiplyAddEstimate(deviation, deviation, variance8Row);"));
                writer.Line(
                    $$"""
                    F8 unbiased = variance8 / V.Create(Math.Max(1f, count - 1f));
                    variance8 /= V.Create(count);
                    F8 inverse = F8.One / V.Sqrt(variance8 + V.Create({{Code.Float(kernel.Eps)}}));
                    mean8.StoreUnsafe(ref stats, (nuint)c);
                    inverse.StoreUnsafe(ref stats, (nuint)(c + {{kernel.Y.ChannelStride}}));
                    F8 runningMean = V.LoadUnsafe(ref mean, (nuint)c), runningVariance = V.LoadUnsafe(ref variance, (nuint)c);
                    (runningMean + (mean8 - runningMean) * {{Code.Float(kernel.Momentum)}}).StoreUnsafe(ref mean, (nuint)c);
                    (runningVariance + (unbiased - runningVariance) * {{Code.Float(kernel.Momentum)}}).StoreUnsafe(ref variance, (nuint)c);
                    """);
                writer.Line(kernel.Affine
                    ? "F8 scale = V.LoadUnsafe(ref w, (nuint)c) * inverse, offset = V.LoadUnsafe(ref b, (nuint)c);"
                    : "F8 scale = inverse, offset = F8.Zero;");
                Samples(writer, [("x", kernel.X), ("y", kernel.Y)], () =>
                {
                    string value = "V.MultiplyAddEstimate(V.LoadUnsafe(ref xt) - mean8, scale, offset)";
                    writer.Line(Code.Store(Code.Activate(kernel.Activation, value), "yt"));
                });
            }
        }
    }

    public static void Emit(CodeWriter writer, BatchNormGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (Channels(writer, kernel.Dy.ChannelStride))
            {
                writer.Line(
                    "F8 mean8 = V.LoadUnsafe(ref stats, (nuint)c), " +
                    $"inverse = V.LoadUnsafe(ref stats, (nuint)(c + {kernel.Dy.ChannelStride}));");
                writer.Line("F8 gradient = F8.Zero, projected = F8.Zero;");
                (string, Layout)[] y = kernel.Activation is null ? [] : [("y", kernel.Y)];
                Sum(writer, [("x", kernel.X), ("dy", kernel.Dy), .. y], ["gradient", "projected"], () =>
                {
                    writer.Line("F8 g = V.LoadUnsafe(ref dyt);");
                    if (kernel.Activation is { } f)
                    {
                        writer.Line($"g *= {Code.Gradient(f, "Output", "V.LoadUnsafe(ref yt)")};\ng.StoreUnsafe(ref dyt);");
                    }

                    writer.Line(
                        "gradientRow += g;\n" +
                        "projectedRow = V.MultiplyAddEstimate(g, (V.LoadUnsafe(ref xt) - mean8) * inverse, projectedRow);");
                });
                if (kernel.Affine)
                {
                    writer.Line("projected.StoreUnsafe(ref dw, (nuint)c);\ngradient.StoreUnsafe(ref db, (nuint)c);");
                }

                if (kernel.Dx is { } dx)
                {
                    writer.Line($"F8 share = V.Create(1f / ((float)rows * {kernel.Dy.Height * kernel.Dy.Width}));");
                    writer.Line($"F8 scale = {(kernel.Affine ? "V.LoadUnsafe(ref w, (nuint)c) * inverse" : "inverse")};");
                    writer.Line("gradient *= share;\nprojected *= share * inverse;");
                    Samples(writer, [("x", kernel.X), ("dy", kernel.Dy), ("dx", dx)], () => writer.Line(
                        "((V.LoadUnsafe(ref dyt) - gradient - (V.LoadUnsafe(ref xt) - mean8) * projected) * scale).StoreUnsafe(ref dxt);"));
                }
            }
        }
    }

    /// <summary>The vectors of channels of units begin to end.</summary>
    private static CodeWriter.Scope Channels(CodeWriter writer, int channelStride)
    {
        int unit = BatchNormKernel.UnitChannels;
        return writer.Block($"for (int c = begin * {unit}; c < Math.Min(end * {unit}, {channelStride}); c += 8)");
    }

    /// <summary>All pixels of all samples; sums named <c>{sum}Row</c> inside add up to <c>{sum}</c>.</summary>
    private static void Sum(CodeWriter writer, (string Name, Layout Layout)[] tensors, string[] sums, Action body)
    {
        using (writer.Block("for (int n = 0; n < rows; n++)"))
        {
            writer.Line("F8 " + string.Join(", ", sums.Select(sum => $"{sum}Sample = F8.Zero")) + ";");
            using (writer.Block($"for (int i = 0; i < {tensors[0].Layout.Height}; i++)"))
            {
                writer.Line("F8 " + string.Join(", ", sums.Select(sum => $"{sum}Row = F8.Zero")) + ";");
                Columns(writer, tensors, body);
                writer.Line(string.Join(" ", sums.Select(sum => $"{sum}Sample += {sum}Row;")));
            }

            writer.Line(string.Join(" ", sums.Select(sum => $"{sum} += {sum}Sample;")));
        }
    }

    private static void Samples(CodeWriter writer, (string Name, Layout Layout)[] tensors, Action body)
    {
        using (writer.Block("for (int n = 0; n < rows; n++)"))
        {
            using (writer.Block($"for (int i = 0; i < {tensors[0].Layout.Height}; i++)"))
            {
                Columns(writer, tensors, body);
            }
        }
    }

    private static void Columns(CodeWriter writer, (string Name, Layout Layout)[] tensors, Action body)
    {
        foreach ((string name, Layout layout) in tensors)
        {
            string offset = Code.Sum(("(nint)n * SampleStride", 1), ("i", layout.RowStride), ("c", 1), ("", layout.At(0, 0)));
            writer.Line($"ref float {name}t = {Code.At(name, offset)};");
        }

        using (writer.Block($"for (int j = 0; j < {tensors[0].Layout.Width}; j++)"))
        {
            body();
            writer.Line(string.Join(" ", tensors.Select(t => $"{t.Name}t = {Code.At($"{t.Name}t", t.Layout.ChannelStride)};")));
        }
    }
}
