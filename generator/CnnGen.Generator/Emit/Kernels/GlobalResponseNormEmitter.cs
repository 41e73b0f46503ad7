using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using static CnnGen.Generator.Emit.Kernels.PixelLoops;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Global response normalisation (Woo et al. 2023, ConvNeXt V2): with the norm g of each channel over the pixels and share =
/// 1 / (mean of g + eps), y = x · s + beta with s = 1 + gamma · g · share.
/// </summary>
internal static class GlobalResponseNormEmitter
{
    public static void Emit(CodeWriter writer, GlobalResponseNormKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Parts(writer, "stats", kernel.X, "scale", "norm");
            Totals(writer, "stats", kernel.X, behind: 2, "total");
            SumInMemory(writer, [("x", kernel.X)], [("norm", "total")], () =>
                writer.Line($"F8 value = {Load("xt")};\n{AddProduct("value", "value", "norm")}"));
            using (EachChannel(writer, kernel.X))
            {
                writer.Line("Unsafe.Add(ref norm, c) = MathF.Sqrt(Unsafe.Add(ref norm, c));");
            }

            EmitShare(writer, kernel.X, kernel.Eps);
            using (EachChannel(writer, kernel.X))
            {
                writer.Line("Unsafe.Add(ref scale, c) = 1f + Unsafe.Add(ref gamma, c) * Unsafe.Add(ref norm, c) * share;");
            }

            ClearTail(writer, "scale", kernel.X);
            Pixels(writer, [("x", kernel.X), ("y", kernel.Y)], () => Channels(writer, kernel.Y, () =>
            {
                string value = Octet.MultiplyAdd(Load("xt"), Load("scale"), Load("beta"));
                writer.Line(Store(Octet.Activate(kernel.Activation, value), "yt"));
            }));
        }
    }

    /// <summary>
    /// ds = Σ dy·x for each channel; through its own norm a channel gets dg = gamma · ds · share, through the mean all channels lose
    /// the same amount; and dx = dy · s + x · dg / g, where a channel of zeros has no gradient of its norm.
    /// </summary>
    public static void Emit(CodeWriter writer, GlobalResponseNormGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Parts(writer, "stats", kernel.X, "scale", "norm");
            Parts(writer, "sums", kernel.X, "gradient", "ds");
            Totals(writer, "sums", kernel.X, behind: 2, "gradientTotal", "dsTotal");
            SumInMemory(
                writer,
                [("x", kernel.X), ("dy", kernel.Dy)],
                [("gradient", "gradientTotal"), ("ds", "dsTotal")],
                () => writer.Line($"F8 g = {Load("dyt")};\n{AddTo("gradient", "g")}\n{AddProduct("g", Load("xt"), "ds")}"));
            EmitShare(writer, kernel.X, kernel.Eps);
            if (kernel.HasSums)
            {
                Channels(writer, kernel.Dy, () => writer.Line(
                    $"{AddProduct(Load("ds"), Used(kernel.X, Octet.Multiply(Load("norm"), Octet.Create("share"))), "dgamma")}\n" +
                    AddTo("dbeta", Load("gradient"))));
            }

            if (kernel.Dx is { } dx)
            {
                EmitFactors(writer, kernel.X);
                Pixels(writer, [("x", kernel.X), ("dy", kernel.Dy), ("dx", dx)], () => Channels(writer, dx, () => writer.Line(
                    Store(Octet.MultiplyAdd(Load("xt"), Load("ds"), Octet.Multiply(Load("dyt"), Load("scale"))), "dxt"))));
            }
        }
    }

    /// <summary>dg / g in the place of ds.</summary>
    private static void EmitFactors(CodeWriter writer, Layout layout)
    {
        writer.Line("double total = 0;");
        using (EachChannel(writer, layout))
        {
            writer.Line("total += Unsafe.Add(ref gamma, c) * Unsafe.Add(ref ds, c) * Unsafe.Add(ref norm, c);");
        }

        writer.Line($"float shared = (float)total * (share * share / {layout.Channels}f);");
        using (EachChannel(writer, layout))
        {
            writer.Line(
                """
                float g = Unsafe.Add(ref norm, c), dg = Unsafe.Add(ref gamma, c) * Unsafe.Add(ref ds, c) * share - shared;
                Unsafe.Add(ref ds, c) = g == 0f ? 0f : dg / g;
                """);
        }
    }

    private static void EmitShare(CodeWriter writer, Layout layout, float eps)
    {
        writer.Line("double sum = 0;");
        using (EachChannel(writer, layout))
        {
            writer.Line("sum += Unsafe.Add(ref norm, c);");
        }

        writer.Line($"float share = 1f / ((float)(sum / {layout.Channels}) + {Code.Float(eps)});");
    }

    private static CodeWriter.Scope EachChannel(CodeWriter writer, Layout layout) =>
        writer.Block($"for (int c = 0; c < {layout.Channels}; c++)");
}
