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
                    string value = Octet.Multiply(v.Deviation, "inverse");
                    value = kernel.Affine ? Octet.MultiplyAdd(value, v.Load("w"), v.Load("b")) : value;
                    writer.Line(v.Store(v.Masked(Octet.Activate(kernel.Activation, value)), "yt"));
                });
            });
        }
    }

    public static void Emit(CodeWriter writer, LayerNormGradientKernel kernel, string name)
    {
        (string, Layout)[] dx = kernel.Dx is { } layout ? [("dx", layout)] : [];
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitMask(writer, kernel.X.Channels);
            (string, Layout)[] tensors = [("x", kernel.X), ("dy", kernel.Dy), .. dx];
            if (!kernel.HasSums || !kernel.HasMemory)
            {
                PixelLoops.Pixels(writer, tensors, () => EmitPixel(writer, kernel, "dw", "db"));
                return;
            }

            PixelLoops.Parts(writer, "sums", kernel.X, "scale", "shift");
            PixelLoops.Totals(writer, "sums", kernel.X, behind: 2, "scaleTotal", "shiftTotal");
            PixelLoops.PiecesInMemory(
                writer, tensors, [("scale", "scaleTotal"), ("shift", "shiftTotal")], () => EmitPixel(writer, kernel, "scale", "shift"));
            PixelLoops.Channels(writer, kernel.X, () => writer.Line(
                $"{PixelLoops.AddTo("dw", PixelLoops.Load("scale"))}\n{PixelLoops.AddTo("db", PixelLoops.Load("shift"))}"));
        }
    }

    /// <summary>dx of a pixel; dy·x̂ and dy are added to <paramref name="scale"/> and <paramref name="shift"/>.</summary>
    private static void EmitPixel(CodeWriter writer, LayerNormGradientKernel kernel, string scale, string shift)
    {
        int channels = kernel.X.Channels;
        string[] sums = kernel.Dx is null ? [] : ["gradient", "projected"];
        EmitMoments(writer, channels, kernel.Eps);
        EmitSums(writer, channels, sums);
        Vectors(writer, channels, v => EmitTerms(writer, kernel, v, scale, shift), sums);
        if (kernel.Dx is not null)
        {
            writer.Line($"F8 gradient = {Mean(channels, "gradient")}, projected = {Mean(channels, "projected")};");
            Vectors(writer, channels, v =>
            {
                string rest = Octet.Multiply(v.Deviation, "inverse", "projected");
                string value = Octet.Subtract(Octet.Subtract(Weighted(kernel, v), "gradient"), rest);
                writer.Line(v.Store(v.Masked(Octet.Multiply(value, "inverse")), "dxt"));
            });
        }
    }

    /// <summary>
    /// With x̂ the normalised input: scale += dy·x̂, shift += dy, and the sums of dy·w and dy·w·x̂ that mean and variance pass on.
    /// </summary>
    private static void EmitTerms(CodeWriter writer, LayerNormGradientKernel kernel, ChannelVector v, string scale, string shift)
    {
        int i = v.Index;
        writer.Line($"F8 x{i} = {v.Masked(Octet.Multiply(v.Deviation, "inverse"))};");
        if (kernel.HasSums)
        {
            writer.Line(v.Store(Octet.MultiplyAdd(v.Load("dyt"), $"x{i}", v.Load(scale)), scale));
            writer.Line(v.Store(Octet.Add(v.Load("dyt"), v.Load(shift)), shift));
        }

        if (kernel.Dx is not null)
        {
            writer.Line($"F8 g{i} = {Weighted(kernel, v)};");
            writer.Line($"gradient{i} = {Octet.Add($"gradient{i}", $"g{i}")};");
            writer.Line($"projected{i} = {Octet.MultiplyAdd($"g{i}", $"x{i}", $"projected{i}")};");
        }
    }

    private static string Weighted(LayerNormGradientKernel kernel, ChannelVector v) =>
        kernel.Affine ? Octet.Multiply(v.Load("dyt"), v.Load("w")) : v.Load("dyt");

    /// <summary><c>mean</c> and <c>inverse</c> = 1 / √(var + eps) of the pixel at <c>xt</c>.</summary>
    private static void EmitMoments(CodeWriter writer, int channels, float eps)
    {
        EmitSums(writer, channels, "sum", "square");
        Vectors(writer, channels, v => writer.Line($"sum{v.Index} = {Octet.Add($"sum{v.Index}", v.Masked(v.Load("xt")))};"), "sum");
        writer.Line($"F8 mean = {Mean(channels, "sum")};");
        Vectors(writer, channels, v =>
        {
            string deviation = $"deviation{v.Index}", square = $"square{v.Index}";
            writer.Line($"F8 {deviation} = {v.Deviation};\n{square} = {Octet.MultiplyAdd(deviation, deviation, square)};");
        }, "square");
        writer.Line($"F8 inverse = V.Divide(V.One, V.Sqrt({Octet.Add(Mean(channels, "square"), Octet.Create(eps))}));");
    }

    private static void EmitMask(CodeWriter writer, int channels)
    {
        if (channels % Layout.Lanes is > 0 and var tail)
        {
            writer.Line($"F8 used = V.FirstLanes({tail});");
        }
    }

    private static int Sums(int channels) => Math.Min(Unrolled, Layout.RoundUp(channels) / Layout.Lanes);

    /// <summary>So many rounds that their sums are made of pieces.</summary>
    private static bool IsLong(int channels) => Rounds(channels) > SumPieces.Longest;

    private static int Rounds(int channels) => channels / Layout.Lanes / Unrolled;

    private static string[] SumsOf(int channels, string name) => [.. Enumerable.Range(0, Sums(channels)).Select(i => $"{name}{i}")];

    private static void EmitSums(CodeWriter writer, int channels, params string[] names)
    {
        foreach (string name in names)
        {
            writer.Line("F8 " + string.Join(", ", SumsOf(channels, name).Select(sum => $"{sum} = V.Zero")) + ";");
            if (IsLong(channels))
            {
                writer.Line($"WideSum<V, F8> {name}Total = default;");
            }
        }
    }

    private static string Mean(int channels, string name)
    {
        string[] total = IsLong(channels) ? [$"{name}Total.ToSingle()"] : [];
        return Octet.Create($"{Octet.Sum(Octet.Add([.. SumsOf(channels, name), .. total]))} / {channels}f");
    }

    /// <summary>All vectors of a pixel: a loop over rounds of several, in pieces if they are many, and the rest.</summary>
    private static void Vectors(CodeWriter writer, int channels, Action<ChannelVector> body, params string[] sums)
    {
        int vectors = Layout.RoundUp(channels) / Layout.Lanes;
        int rounds = Rounds(channels);
        int step = Unrolled * Layout.Lanes;
        if (IsLong(channels))
        {
            using (writer.Block($"for (nuint from = 0; from < {rounds * step}; from += {SumPieces.Longest * step})"))
            {
                writer.Line($"nuint end = Math.Min(from + {SumPieces.Longest * step}, (nuint){rounds * step});");
                EmitRounds($"for (nuint c = from; c < end; c += {step})");
                foreach (string name in sums)
                {
                    string[] parts = SumsOf(channels, name);
                    writer.Line($"{name}Total.Add({Octet.Add(parts)});\n{string.Join(" = ", parts)} = V.Zero;");
                }
            }
        }
        else if (rounds > 0)
        {
            EmitRounds(rounds > 1 ? $"for (nuint c = 0; c < {rounds * step}; c += {step})" : "");
        }

        void EmitRounds(string loop)
        {
            using CodeWriter.Scope round = writer.Block(loop);
            for (int i = 0; i < Unrolled; i++)
            {
                body(new ChannelVector(Code.Sum(("c", rounds > 1 ? 1 : 0), ("", i * Layout.Lanes)), i, IsTail: false));
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
        public string Deviation => Masked(Octet.Subtract(Load("xt"), "mean"));

        public string Load(string origin) => Octet.Read(origin, Channel);

        public string Store(string value, string origin) => Octet.Write(value, origin, Channel);

        public string Masked(string value) => IsTail ? Octet.And(value, "used") : value;
    }
}
