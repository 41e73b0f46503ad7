using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;
using static CnnGen.Generator.Emit.Kernels.PixelLoops;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Local response normalisation (Krizhevsky, Sutskever and Hinton 2012), scaled as PyTorch does. A pixel's values stand in memory
/// between zeros: its channel 0 at size / 2, and the window of channel c, size / 2 channels before it and the rest behind, at c.
/// </summary>
internal static class LocalResponseNormEmitter
{
    public static void Emit(CodeWriter writer, LocalResponseNormKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Clear(writer, kernel.Norm, kernel.X, "squares");
            Pixels(writer, [("x", kernel.X), ("y", kernel.Y)], () =>
            {
                EmitSquares(writer, kernel.Norm, kernel.X);
                Channels(writer, kernel.Y, () =>
                {
                    EmitPower(writer, kernel.Norm);
                    string value = Octet.Multiply(Load("xt"), "power");
                    writer.Line(Store(Octet.Activate(kernel.Activation, value), "yt"));
                });
                ClearTail(writer, "yt", kernel.Y);
            });
        }
    }

    /// <summary>
    /// dx = dy · d^−beta − 2 · alpha · beta / size · x · Σ dy·x·d^(−beta − 1), the sum over the channels whose windows hold this one:
    /// the mirrored window.
    /// </summary>
    public static void Emit(CodeWriter writer, LocalResponseNormGradientKernel kernel, string name)
    {
        LocalResponseNorm norm = kernel.Norm;
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Clear(writer, norm, kernel.X, "squares");
            Clear(writer, norm, kernel.X, "terms");
            Pixels(writer, [("x", kernel.X), ("dy", kernel.Dy), ("dx", kernel.Dx)], () =>
            {
                EmitSquares(writer, norm, kernel.X);
                Channels(writer, kernel.Dx, () =>
                {
                    EmitPower(writer, norm);
                    writer.Line(
                        $"F8 direct = {Octet.Multiply(Load("dyt"), "power")};\n{Store("direct", "dxt")}\n" +
                        Octet.Write(Octet.Divide(Octet.Multiply("direct", Load("xt")), "d"), "terms", $"c + {norm.Size / 2}"));
                });
                ClearTail(writer, "terms", kernel.X, offset: norm.Size / 2);
                Channels(writer, kernel.Dx, () =>
                {
                    EmitWindow(writer, norm.Size, "terms", first: norm.Size / 2 - (norm.Size - 1) / 2);
                    string factor = Octet.Create((float)(-2.0 * norm.Alpha * norm.Beta / norm.Size));
                    writer.Line(Store(Octet.MultiplyAdd(Octet.Multiply(Load("xt"), factor), "sum", Load("dxt")), "dxt"));
                });
                ClearTail(writer, "dxt", kernel.Dx);
            });
        }
    }

    private static void Clear(CodeWriter writer, LocalResponseNorm norm, Layout x, string memory) =>
        writer.Line($"MemoryMarshal.CreateSpan(ref {memory}, {LocalResponseNormKernel.Window(norm, x)}).Clear();");

    private static void EmitSquares(CodeWriter writer, LocalResponseNorm norm, Layout x)
    {
        Channels(writer, x, () =>
            writer.Line(
            $"F8 value = {Load("xt")};\n{Octet.Write(Octet.Multiply("value", "value"), "squares", $"c + {norm.Size / 2}")}"));
        ClearTail(writer, "squares", x, offset: norm.Size / 2);
    }

    /// <summary>The denominator <c>d</c> of the channels at <c>c</c>, and <c>power</c> = d^−beta.</summary>
    private static void EmitPower(CodeWriter writer, LocalResponseNorm norm)
    {
        EmitWindow(writer, norm.Size, "squares", first: 0);
        writer.Line($"F8 d = {Octet.MultiplyAdd("sum", Octet.Create(norm.Alpha / norm.Size), Octet.Create(norm.K))};");
        writer.Line(norm.Beta == 0.75f
            ? "F8 root = V.Sqrt(d), power = V.Divide(V.One, V.Multiply(root, V.Sqrt(root)));"
            : $"F8 power = VectorMath<V, F8>.Exp(V.Multiply(VectorMath<V, F8>.Log(d), {Octet.Create(-norm.Beta)}));");
    }

    private static void EmitWindow(CodeWriter writer, int size, string memory, int first)
    {
        writer.Line("F8 sum = V.Zero;");
        using (writer.Block($"for (nuint t = {first}; t < {first + size}; t++)"))
        {
            writer.Line($"sum = {Octet.Add("sum", Octet.Read(memory, "c + t"))};");
        }
    }
}
