using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Batch normalisation, eight channels of all pixels and samples at a time.
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
                writer.Line($"float count = (float)rows * {pixels};");
                (string, Layout)[] x = [("x", kernel.X)];
                PixelLoops.BatchSum(writer, x, ["mean8"], () => writer.Line("mean8Piece += V.LoadUnsafe(ref xt);"), at: "c");
                writer.Line("mean8 /= V.Create(count);");
                void AddDeviation() => writer.Line(
                    "F8 deviation = V.LoadUnsafe(ref xt) - mean8;\n" +
                    "variance8Piece = V.MultiplyAdd(deviation, deviation, variance8Piece);");
                PixelLoops.BatchSum(writer, x, ["variance8"], AddDeviation, at: "c");
                writer.Line(
                    $$"""
                    F8 unbiased = variance8 / V.Create(Math.Max(1f, count - 1f));
                    variance8 /= V.Create(count);
                    F8 inverse = {{PixelLoops.Used(kernel.X, $"(F8.One / V.Sqrt(variance8 + V.Create({Code.Float(kernel.Eps)})))")}};
                    mean8.StoreUnsafe(ref stats, (nuint)c);
                    inverse.StoreUnsafe(ref stats, (nuint)(c + {{kernel.Y.ChannelStride}}));
                    F8 runningMean = V.LoadUnsafe(ref mean, (nuint)c), runningVariance = V.LoadUnsafe(ref variance, (nuint)c);
                    runningMean += (mean8 - runningMean) * {{Code.Float(kernel.Momentum)}};
                    runningVariance += (unbiased - runningVariance) * {{Code.Float(kernel.Momentum)}};
                    Subnormals<V, F8>.ToZero(runningMean).StoreUnsafe(ref mean, (nuint)c);
                    Subnormals<V, F8>.ToZero(runningVariance).StoreUnsafe(ref variance, (nuint)c);
                    """);
                writer.Line(kernel.Affine
                    ? "F8 scale = V.LoadUnsafe(ref w, (nuint)c) * inverse, offset = V.LoadUnsafe(ref b, (nuint)c);"
                    : "F8 scale = inverse, offset = F8.Zero;");
                Samples(writer, [("x", kernel.X), ("y", kernel.Y)], () =>
                {
                    string value = "V.MultiplyAdd(V.LoadUnsafe(ref xt) - mean8, scale, offset)";
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
                (string, Layout)[] y = kernel.Activation is null ? [] : [("y", kernel.Y)];
                PixelLoops.BatchSum(writer, [("x", kernel.X), ("dy", kernel.Dy), .. y], ["gradient", "projected"], at: "c", body: () =>
                {
                    writer.Line("F8 g = V.LoadUnsafe(ref dyt);");
                    if (kernel.Activation is { } f)
                    {
                        writer.Line($"g = {Code.Gradient(f, "Output", "g", "V.LoadUnsafe(ref yt)")};\ng.StoreUnsafe(ref dyt);");
                    }

                    writer.Line(
                        "gradientPiece += g;\n" +
                        "projectedPiece = V.MultiplyAdd(g, (V.LoadUnsafe(ref xt) - mean8) * inverse, projectedPiece);");
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

    private static void Samples(CodeWriter writer, (string Name, Layout Layout)[] tensors, Action body)
    {
        using (writer.Block("for (int n = 0; n < rows; n++)"))
        {
            PixelLoops.Pixels(writer, tensors, body, at: "(nint)n * SampleStride + c");
        }
    }
}
