using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Layer normalisation, pixel by pixel: sum, squared deviations, result, while the pixel is in the first cache. Lanes beyond the
/// channels take no part and become zero. Formula: Ba, Kiros and Hinton 2016.
/// </summary>
internal static class LayerNormEmitter
{
    /// <summary>Vectors per round of a loop, each with a sum of its own: an addition takes four cycles.</summary>
    private const int Unrolled = 4;

    public static void Emit(CodeWriter writer, LayerNormKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitMask(writer, kernel.X.Channels);
            PixelLoops.Pixels(writer, [("x", kernel.X), ("y", kernel.Y)], () =>
            {
                EmitMoments(writer, kernel.X.Channels, kernel.Eps);
                Vectors(writer, kernel.X.Channels, v =>
                {
                    string value = $"({v.Deviation} * inverse)";
                    value = kernel.Affine ? Code.MultiplyAdd(value, v.Load("w"), v.Load("b")) : value;
                    writer.Line(v.Store(Code.Activate(kernel.Activation, value), "yt"));
                });
            });
        }
    }

    public static void Emit(CodeWriter writer, LayerNormGradientKernel kernel, string name)
    {
        int channels = kernel.X.Channels;
        (string, Layout)[] dx = kernel.Dx is { } layout ? [("dx", layout)] : [];
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitMask(writer, channels);
            PixelLoops.Pixels(writer, [("x", kernel.X), ("dy", kernel.Dy), .. dx], () =>
            {
                EmitMoments(writer, channels, kernel.Eps);
                if (kernel.Dx is not null)
                {
                    EmitSums(writer, channels, "gradient", "projected");
                }

                Vectors(writer, channels, v => EmitTerms(writer, kernel, v));
                if (kernel.Dx is not null)
                {
                    writer.Line($"F8 gradient = {Mean(channels, "gradient")}, projected = {Mean(channels, "projected")};");
                    Vectors(writer, channels, v => writer.Line(
                        v.Store(v.Masked($"(({Weighted(kernel, v)} - gradient - {v.Deviation} * inverse * projected) * inverse)"), "dxt")));
                }
            });
        }
    }

    /// <summary>
    /// With x̂ the normalised input: dw += dy·x̂, db += dy, and the sums of dy·w and dy·w·x̂ that mean and variance pass on.
    /// </summary>
    private static void EmitTerms(CodeWriter writer, LayerNormGradientKernel kernel, ChannelVector v)
    {
        int i = v.Index;
        writer.Line($"F8 x{i} = {v.Deviation} * inverse;");
        if (kernel.HasSums)
        {
            writer.Line(v.Store(Code.MultiplyAdd(v.Load("dyt"), $"x{i}", v.Load("dw")), "dw"));
            writer.Line(v.Store($"({v.Load("dyt")} + {v.Load("db")})", "db"));
        }

        if (kernel.Dx is not null)
        {
            writer.Line($"F8 g{i} = {Weighted(kernel, v)};");
            writer.Line($"gradient{i} += g{i};\nprojected{i} = {Code.MultiplyAdd($"g{i}", $"x{i}", $"projected{i}")};");
        }
    }

    private static string Weighted(LayerNormGradientKernel kernel, ChannelVector v) =>
        kernel.Affine ? $"{v.Load("dyt")} * {v.Load("w")}" : v.Load("dyt");

    /// <summary><c>mean</c> and <c>inverse</c> = 1 / √(var + eps) of the pixel at <c>xt</c>.</summary>
    private static void EmitMoments(CodeWriter writer, int channels, float eps)
    {
        EmitSums(writer, channels, "sum", "square");
        Vectors(writer, channels, v => writer.Line($"sum{v.Index} += {v.Masked(v.Load("xt"))};"));
        writer.Line($"F8 mean = {Mean(channels, "sum")};");
        Vectors(writer, channels, v =>
        {
            string deviation = $"deviation{v.Index}", square = $"square{v.Index}";
            writer.Line($"F8 {deviation} = {v.Deviation};\n{square} = {Code.MultiplyAdd(deviation, deviation, square)};");
        });
        writer.Line($"F8 inverse = F8.One / V.Sqrt({Mean(channels, "square")} + V.Create({Code.Float(eps)}));");
    }

    private static void EmitMask(CodeWriter writer, int channels)
    {
        if (channels % Layout.Lanes is > 0 and var tail)
        {
            writer.Line($"F8 used = V.LessThan(Vector256<int>.Indices, V.Create({tail})).AsSingle();");
        }
    }

    private static int Sums(int channels) => Math.Min(Unrolled, Layout.RoundUp(channels) / Layout.Lanes);

    private static void EmitSums(CodeWriter writer, int channels, params string[] names) => writer.Line(
        "F8 " + string.Join(", ", names.SelectMany(name => Enumerable.Range(0, Sums(channels)).Select(i => $"{name}{i} = F8.Zero"))) + ";");

    private static string Mean(int channels, string name) =>
        $"V.Create(V.Sum({string.Join(" + ", Enumerable.Range(0, Sums(channels)).Select(i => $"{name}{i}"))}) / {channels}f)";

    /// <summary>All vectors of a pixel: a loop over rounds of several, and the rest.</summary>
    private static void Vectors(CodeWriter writer, int channels, Action<ChannelVector> body)
    {
        int vectors = Layout.RoundUp(channels) / Layout.Lanes;
        int rounds = channels / Layout.Lanes / Unrolled;
        if (rounds > 0)
        {
            int step = Unrolled * Layout.Lanes;
            using (writer.Block(rounds > 1 ? $"for (nuint c = 0; c < {rounds * step}; c += {step})" : ""))
            {
                for (int i = 0; i < Unrolled; i++)
                {
                    string channel = Code.Sum(("c", rounds > 1 ? 1 : 0), ("", i * Layout.Lanes));
                    body(new ChannelVector(channel, i, IsTail: false));
                }
            }
        }

        if (rounds * Unrolled < vectors)
        {
            using (writer.Block(""))
            {
                for (int vector = rounds * Unrolled; vector < vectors; vector++)
                {
                    int channel = vector * Layout.Lanes;
                    body(new ChannelVector(Code.Int(channel), vector % Unrolled, IsTail: channel + Layout.Lanes > channels));
                }
            }
        }
    }

    /// <summary>A vector of the pixel: its first channel, the sum that it joins, and whether it has lanes beyond the channels.</summary>
    private readonly record struct ChannelVector(string Channel, int Index, bool IsTail)
    {
        public string Deviation => Masked($"({Load("xt")} - mean)");

        public string Load(string origin) => $"V.LoadUnsafe(ref {origin}, {Channel})";

        public string Store(string value, string origin) => $"{value}.StoreUnsafe(ref {origin}, {Channel});";

        public string Masked(string value) => IsTail ? $"({value} & used)" : value;
    }
}
