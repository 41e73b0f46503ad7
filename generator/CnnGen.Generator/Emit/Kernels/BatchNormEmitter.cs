using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Batch normalisation, eight channels of all pixels and samples at a time.
/// Formulas: Ioffe and Szegedy 2015; variance is the biased one, the running variance takes the unbiased one as PyTorch does.
/// </summary>
internal static class BatchNormEmitter
{
    public static void Emit(CodeWriter output, BatchNormKernel kernel, string name, SharedMethods methods) =>
        KernelEmitter.Method(output, methods, kernel, name, Label("BatchNorm", kernel.Affine, kernel.Activation), writer =>
        {
            using (Channels(writer, Lanes(writer, kernel.Y)))
            {
                writer.Line("F8 center = V.LoadUnsafe(ref mean, (nuint)c), spread = V.LoadUnsafe(ref variance, (nuint)c);");
                using (writer.Block("if (!isFrozen)"))
                {
                    EmitStatistics(writer, kernel);
                }

                writer.Line(
                    $$"""
                    F8 inverse = {{PixelLoops.Used(kernel.X, $"V.Divide(V.One, V.Sqrt(V.Add(spread, {Octet.Create(kernel.Eps)})))")}};
                    V.StoreUnsafe(center, ref stats, (nuint)c);
                    V.StoreUnsafe(inverse, ref stats, (nuint)(c + {{Lanes(writer, kernel.Y)}}));
                    """);
                writer.Line(kernel.Affine
                    ? "F8 scale = V.Multiply(V.LoadUnsafe(ref w, (nuint)c), inverse), offset = V.LoadUnsafe(ref b, (nuint)c);"
                    : "F8 scale = inverse, offset = V.Zero;");
                Samples(writer, [("x", kernel.X), ("y", kernel.Y)], () =>
                {
                    string value = "V.MultiplyAdd(V.Subtract(V.LoadUnsafe(ref xt), center), scale, offset)";
                    writer.Line(Octet.Write(Octet.Activate(kernel.Activation, value), "yt", 0));
                });
            }
        });

    /// <summary>Those of the batch, which the running ones move towards.</summary>
    private static void EmitStatistics(CodeWriter writer, BatchNormKernel kernel)
    {
        writer.Line($"float count = (float)rows * {Pixels(writer, kernel.Y)};");
        (string, Layout)[] x = [("x", kernel.X)];
        void AddElement() => writer.Line("mean8Piece = V.Add(mean8Piece, V.LoadUnsafe(ref xt));");
        PixelLoops.BatchSum(writer, x, ["mean8"], AddElement, at: "c");
        writer.Line("mean8 = V.Divide(mean8, V.Create(count));");
        void AddDeviation() => writer.Line(
            "F8 deviation = V.Subtract(V.LoadUnsafe(ref xt), mean8);\n" +
            "variance8Piece = V.MultiplyAdd(deviation, deviation, variance8Piece);");
        PixelLoops.BatchSum(writer, x, ["variance8"], AddDeviation, at: "c");
        writer.Line(
            $$"""
            F8 unbiased = V.Divide(variance8, V.Create(Math.Max(1f, count - 1f)));
            F8 momentum = {{Octet.Create(kernel.Momentum)}};
            F8 runningMean = V.Add(center, V.Multiply(V.Subtract(mean8, center), momentum));
            F8 runningVariance = V.Add(spread, V.Multiply(V.Subtract(unbiased, spread), momentum));
            V.StoreUnsafe(Subnormals<V, F8>.ToZero(runningMean), ref mean, (nuint)c);
            V.StoreUnsafe(Subnormals<V, F8>.ToZero(runningVariance), ref variance, (nuint)c);
            center = mean8;
            spread = V.Divide(variance8, V.Create(count));
            """);
    }

    public static void Emit(CodeWriter output, BatchNormGradientKernel kernel, string name, SharedMethods methods) =>
        KernelEmitter.Method(output, methods, kernel, name, Label("BatchNormGradient", kernel.Affine, kernel.Activation), writer =>
        {
            using (Channels(writer, Lanes(writer, kernel.Dy)))
            {
                writer.Line(
                    "F8 mean8 = V.LoadUnsafe(ref stats, (nuint)c), " +
                    $"inverse = V.LoadUnsafe(ref stats, (nuint)(c + {Lanes(writer, kernel.Dy)}));");
                (string, Layout)[] y = kernel.Activation is null ? [] : [("y", kernel.Y)];
                PixelLoops.BatchSum(writer, [("x", kernel.X), ("dy", kernel.Dy), .. y], ["gradient", "projected"], at: "c", body: () =>
                {
                    writer.Line("F8 g = V.LoadUnsafe(ref dyt);");
                    if (kernel.Activation is { } f)
                    {
                        writer.Line($"g = {Octet.Gradient(f, "Output", "g", "V.LoadUnsafe(ref yt)")};\nV.StoreUnsafe(g, ref dyt);");
                    }

                    writer.Line(
                        "gradientPiece = V.Add(gradientPiece, g);\n" +
                        "projectedPiece = V.MultiplyAdd(g, V.Multiply(V.Subtract(V.LoadUnsafe(ref xt), mean8), inverse), projectedPiece);");
                });
                if (kernel.Affine)
                {
                    writer.Line("V.StoreUnsafe(projected, ref dw, (nuint)c);\nV.StoreUnsafe(gradient, ref db, (nuint)c);");
                }

                if (kernel.Dx is { } dx)
                {
                    writer.Line($"F8 share = V.Create(1f / ((float)rows * {Pixels(writer, kernel.Dy)}));");
                    writer.Line($"F8 scale = {(kernel.Affine ? "V.Multiply(V.LoadUnsafe(ref w, (nuint)c), inverse)" : "inverse")};");
                    using (writer.Block("if (isFrozen)"))
                    {
                        Samples(writer, [("dy", kernel.Dy), ("dx", dx)], () =>
                            writer.Line("V.StoreUnsafe(V.Multiply(V.LoadUnsafe(ref dyt), scale), ref dxt);"));
                        writer.Line("continue;");
                    }

                    writer.Line("gradient = V.Multiply(gradient, share);\nprojected = V.Multiply(projected, V.Multiply(share, inverse));");
                    Samples(writer, [("x", kernel.X), ("dy", kernel.Dy), ("dx", dx)], () => writer.Line(
                        "F8 rest = V.Multiply(V.Subtract(V.LoadUnsafe(ref xt), mean8), projected);\n" +
                        "V.StoreUnsafe(V.Multiply(V.Subtract(V.Subtract(V.LoadUnsafe(ref dyt), gradient), rest), scale), ref dxt);"));
                }
            }
        });

    /// <summary>What methods are called that layers share.</summary>
    private static string Label(string name, bool isAffine, Activation? activation) =>
        KernelEmitter.Label(name, isAffine ? null : "Plain", activation?.Kind);

    /// <summary>The vectors of channels of units begin to end.</summary>
    private static CodeWriter.Scope Channels(CodeWriter writer, Size lanes)
    {
        int unit = BatchNormKernel.UnitChannels;
        return PixelLoops.Octets(writer, $"begin * {unit}", $"Math.Min(end * {unit}, {lanes})", "int c");
    }

    private static Size Lanes(CodeWriter writer, Layout layout) => writer.Sizes["Lanes", layout.ChannelStride];

    private static Size Pixels(CodeWriter writer, Layout layout) => writer.Sizes["Pixels", layout.Height * layout.Width];

    private static void Samples(CodeWriter writer, (string Name, Layout Layout)[] tensors, Action body)
    {
        using (writer.Block("for (int n = 0; n < rows; n++)"))
        {
            PixelLoops.Pixels(writer, tensors, body, at: "(nint)n * SampleStride + c");
        }
    }
}
