using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using static CnnGen.Generator.Emit.Kernels.PixelLoops;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Group normalisation: sums over pixels for each channel, added up for each group and spread over its channels again, so that
/// groups need not begin on a vector. Formula: Wu and He 2018; variance is the biased one.
/// </summary>
internal static class GroupNormEmitter
{
    public static void Emit(CodeWriter writer, GroupNormKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Parts(writer, "stats", kernel.X, "mean", "inverse");
            Totals(writer, "stats", kernel.X, behind: 2, "total");
            (string, Layout)[] x = [("x", kernel.X)];
            SumInMemory(writer, x, [("mean", "total")], () => writer.Line(AddTo("mean", Load("xt"))));
            EmitMeans(writer, kernel.Groups, kernel.X, "mean", "average");
            SumInMemory(writer, x, [("inverse", "total")], () =>
                writer.Line(
                    $"F8 deviation = {Octet.Subtract(Load("xt"), Load("mean"))};\n{AddProduct("deviation", "deviation", "inverse")}"));
            EmitMeans(writer, kernel.Groups, kernel.X, "inverse", $"1f / MathF.Sqrt(average + {Code.Float(kernel.Eps)})");
            ClearTail(writer, "inverse", kernel.X);
            Pixels(writer, [("x", kernel.X), ("y", kernel.Y)], () => Channels(writer, kernel.Y, () =>
            {
                string value = kernel.Affine ? Octet.MultiplyAdd(Normalised, Load("w"), Load("b")) : Normalised;
                writer.Line(Store(Octet.Activate(kernel.Activation, value), "yt"));
            }));
        }
    }

    public static void Emit(CodeWriter writer, GroupNormGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Parts(writer, "stats", kernel.X, "mean", "inverse");
            Parts(writer, "sums", kernel.X, "gradient", "projected");
            Totals(writer, "sums", kernel.X, behind: 2, "gradientTotal", "projectedTotal");
            SumInMemory(
                writer,
                [("x", kernel.X), ("dy", kernel.Dy)],
                [("gradient", "gradientTotal"), ("projected", "projectedTotal")],
                () => writer.Line($"F8 g = {Load("dyt")};\n{AddTo("gradient", "g")}\n{AddProduct("g", Normalised, "projected")}"));
            if (kernel.HasSums)
            {
                Channels(writer, kernel.Dy, () => writer.Line(
                    $"{AddTo("dw", Load("projected"))}\n{AddTo("db", Load("gradient"))}"));
            }

            if (kernel.Dx is { } dx)
            {
                if (kernel.Affine)
                {
                    Channels(writer, kernel.Dy, () => writer.Line(
                        $"{Store(Octet.Multiply(Load("gradient"), Load("w")), "gradient")}\n" +
                        Store(Octet.Multiply(Load("projected"), Load("w")), "projected")));
                }

                EmitMeans(writer, kernel.Groups, kernel.X, "gradient", "average");
                EmitMeans(writer, kernel.Groups, kernel.X, "projected", "average");
                string g = kernel.Affine ? Octet.Multiply(Load("dyt"), Load("w")) : Load("dyt");
                string rest = Octet.Subtract(Octet.Subtract(g, Load("gradient")), Octet.Multiply(Normalised, Load("projected")));
                Pixels(writer, [("x", kernel.X), ("dy", kernel.Dy), ("dx", dx)], () => Channels(writer, dx, () =>
                    writer.Line(Store(Octet.Multiply(rest, Load("inverse")), "dxt"))));
            }
        }
    }

    private static string Normalised => Octet.Multiply(Octet.Subtract(Load("xt"), Load("mean")), Load("inverse"));

    /// <summary>Puts a function of each group's <c>average</c> in the place of its channels' sums.</summary>
    private static void EmitMeans(CodeWriter writer, int groups, Layout layout, string sums, string result)
    {
        int channels = layout.Channels / groups;
        using (writer.Block($"for (int g = 0; g < {groups}; g++)"))
        {
            writer.Line($"Span<float> group = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref {sums}, g * {channels}), {channels});");
            writer.Line("double sum = 0;");
            using (writer.Block("foreach (float channel in group)"))
            {
                writer.Line("sum += channel;");
            }

            writer.Line($"float average = (float)(sum / {(long)channels * layout.Height * layout.Width});");
            writer.Line($"group.Fill({result});");
        }
    }
}
