using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Functions of each element, forward and backward: rows of vectors, the halo left alone.</summary>
internal static class ElementwiseEmitter
{
    public static void Emit(CodeWriter writer, ActivationKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Rows(writer, [("x", kernel.X), ("y", kernel.Y)], () =>
            {
                string x = Code.Load("xt");
                writer.Line(Code.Store(Code.Activate(kernel.Activation, x), "yt"));
            });
        }
    }

    public static void Emit(CodeWriter writer, ActivationGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Rows(writer, [("v", kernel.V), ("dy", kernel.Dy), ("dx", kernel.Dx)], () =>
                writer.Line(Code.Store(Code.Gradient(kernel.Activation, kernel.From, Code.Load("dyt"), Code.Load("vt")), "dxt")));
        }
    }

    public static void Emit(CodeWriter writer, OutputGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            if (kernel.HasBias)
            {
                EmitBiasGradient(writer, kernel);
            }
            else
            {
                Rows(writer, [("y", kernel.Y), ("dy", kernel.Dy)], () =>
                    writer.Line(Code.Store(Gradient(kernel.Activation!), "dyt")));
            }
        }
    }

    public static void Emit(CodeWriter writer, PReLUKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            writer.Line("float slope = w;");
            Rows(
                writer,
                [("x", kernel.X), ("y", kernel.Y)],
                () => writer.Line("Activations<V, F8>.LeakyReLU(V.LoadUnsafe(ref xt), slope).StoreUnsafe(ref yt);"));
        }
    }

    public static void Emit(CodeWriter writer, PReLUGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            writer.Line("float slope = w;");
            Rows(writer, [("x", kernel.X), ("dy", kernel.Dy), ("dx", kernel.Dx)], () => writer.Line(
                "Activations<V, F8>.LeakyReLUGradientFromInput(V.LoadUnsafe(ref dyt), V.LoadUnsafe(ref xt), slope).StoreUnsafe(ref dxt);"));
        }
    }

    public static void Emit(CodeWriter writer, PReLUSlopeGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            void Add() => PixelLoops.Channels(writer, kernel.X, () => writer.Line(
                $"sumPiece += Activations<V, F8>.LeakyReLUSlopeGradient({PixelLoops.Load("dyt")}, {PixelLoops.Load("xt")});"));
            int vectors = kernel.X.ChannelStride / Layout.Lanes;
            PixelLoops.Sum(writer, [("x", kernel.X), ("dy", kernel.Dy)], ["sum"], Add, perPixel: vectors);
            writer.Line("dw += V.Sum(sum);");
        }
    }

    public static void Emit(CodeWriter writer, AccumulateKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Rows(
                writer,
                [("x", kernel.X), ("y", kernel.X)],
                () => writer.Line("(V.LoadUnsafe(ref yt) + V.LoadUnsafe(ref xt)).StoreUnsafe(ref yt);"));
        }
    }

    private static string Gradient(Activation activation) => Code.Gradient(activation, "Output", Code.Load("dyt"), Code.Load("yt"));

    /// <summary>A vector of channels at a time, down all pixels: the sum stays in a register.</summary>
    private static void EmitBiasGradient(CodeWriter writer, OutputGradientKernel kernel)
    {
        (string Name, Layout Layout)[] tensors = kernel.Activation is null ? [("dy", kernel.Dy)] : [("y", kernel.Y), ("dy", kernel.Dy)];
        string c = kernel.Dy.ChannelStride > 8 ? "c" : "0";
        using CodeWriter.Scope channels = kernel.Dy.ChannelStride > 8
            ? writer.Block($"for (int c = 0; c < {kernel.Dy.ChannelStride}; c += 8)")
            : default;
        PixelLoops.Sum(writer, tensors, ["sum"], at: c, body: () => writer.Line(kernel.Activation is { } f
            ? $"F8 gradient = {Gradient(f)};\ngradient.StoreUnsafe(ref dyt);\nsumPiece += gradient;"
            : $"sumPiece += {Code.Load("dyt")};"));
        writer.Line($"(V.LoadUnsafe({Code.At("db", c)}) + sum).StoreUnsafe({Code.At("db", c)});");
    }

    /// <summary>All vectors of some tensors of one shape; in the body each is <c>{name}t</c>.</summary>
    public static void Rows(CodeWriter writer, (string Name, Layout Layout)[] tensors, Action body)
    {
        Layout first = tensors[0].Layout;
        bool isOneRun = tensors.All(t => t.Layout.IsContiguous);
        int rows = isOneRun ? 1 : first.Height;
        int length = isOneRun ? first.Height * first.Width * first.ChannelStride : first.Width * first.ChannelStride;
        using (writer.Loop("row", rows))
        {
            foreach ((string name, Layout layout) in tensors)
            {
                string offset = Code.Sum(("row", rows > 1 ? layout.RowStride : 0), ("", layout.At(0, 0)));
                writer.Line($"ref float {name}t = {Code.At(name, offset)};");
            }

            using (writer.Block($"for (int i = 0; i < {length}; i += 8)"))
            {
                body();
                writer.Line(string.Join(" ", tensors.Select(t => $"{t.Name}t = {Code.At($"{t.Name}t", 8)};")));
            }
        }
    }
}
