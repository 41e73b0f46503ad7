using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Functions of each element, forward and backward: rows of vectors, the halo left alone.</summary>
internal static class ElementwiseEmitter
{
    public static void Emit(CodeWriter output, ActivationKernel kernel, string name, SharedMethods methods) =>
        KernelEmitter.Method(output, methods, kernel, name, kernel.Function, writer =>
        {
            Rows(writer, [("x", kernel.X), ("y", kernel.Y)], () =>
                writer.Line(Octet.Write(Octet.Activate(kernel.Activation, Octet.Read("xt", 0)), "yt", 0)));
        });

    public static void Emit(CodeWriter output, ActivationGradientKernel kernel, string name, SharedMethods methods) =>
        KernelEmitter.Method(output, methods, kernel, name, $"{kernel.Activation.Kind}Gradient", writer =>
        {
            Rows(writer, [("v", kernel.V), ("dy", kernel.Dy), ("dx", kernel.Dx)], () =>
                writer.Line(Octet.Write(Gradient(kernel.Activation, kernel.From, "vt"), "dxt", 0)));
        });

    public static void Emit(CodeWriter output, OutputGradientKernel kernel, string name, SharedMethods methods) =>
        KernelEmitter.Method(output, methods, kernel, name, KernelEmitter.Label("OutputGradient", kernel.Activation?.Kind), writer =>
        {
            if (kernel.HasBias)
            {
                EmitBiasGradient(writer, kernel);
            }
            else
            {
                Rows(writer, [("y", kernel.Y), ("dy", kernel.Dy)], () =>
                    writer.Line(Octet.Write(Gradient(kernel.Activation!), "dyt", 0)));
            }
        });

    public static void Emit(CodeWriter writer, PReLUKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitSloped(writer, [("x", kernel.X), ("y", kernel.Y)], kernel.PerChannel, "xt", "LeakyReLU");
        }
    }

    public static void Emit(CodeWriter writer, PReLUGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitSloped(
                writer, [("x", kernel.X), ("dy", kernel.Dy), ("dx", kernel.Dx)], kernel.PerChannel, "dyt", "LeakyReLUGradientFromInput");
        }
    }

    public static void Emit(CodeWriter writer, PReLUSlopeGradientKernel kernel, string name)
    {
        string term = Octet.Function("Activations", "LeakyReLUSlopeGradient", PixelLoops.Load("dyt"), PixelLoops.Load("xt"));
        using (KernelEmitter.Method(writer, kernel, name))
        {
            if (kernel.PerChannel)
            {
                PixelLoops.AddChannelSums(writer, kernel.X, kernel.Dy, PixelLoops.AddTo("sum", term));
                return;
            }

            void Add() => PixelLoops.Channels(writer, kernel.X, () => writer.Line($"sumPiece = {Octet.Add("sumPiece", term)};"));
            PixelLoops.Sum(writer, [("x", kernel.X), ("dy", kernel.Dy)], ["sum"], Add, perPixel: kernel.X.ChannelStride / Layout.Lanes);
            writer.Line($"dw += {Octet.Sum("sum")};");
        }
    }

    public static void Emit(CodeWriter output, AccumulateKernel kernel, string name, SharedMethods methods) =>
        KernelEmitter.Method(output, methods, kernel, name, "Accumulate", writer =>
        {
            Rows(
                writer,
                [("x", kernel.X), ("y", kernel.X)],
                () => writer.Line("V.StoreUnsafe(V.Add(V.LoadUnsafe(ref yt), V.LoadUnsafe(ref xt)), ref yt);"));
        });

    /// <summary>PReLU or its gradient: a value as it is where x is positive, else times w, of which there is one or one per channel.</summary>
    private static void EmitSloped(
        CodeWriter writer, (string Name, Layout Layout)[] tensors, bool perChannel, string value, string function)
    {
        string target = $"{tensors[tensors.Length - 1].Name}t";
        if (perChannel)
        {
            PixelLoops.Pixels(writer, tensors, () => PixelLoops.Channels(writer, tensors[0].Layout, () =>
            {
                writer.Line($"F8 value = {PixelLoops.Load(value)};");
                string isPositive = $"V.GreaterThan({PixelLoops.Load("xt")}, {Octet.Zero})";
                string result = Octet.Select(isPositive, "value", Octet.Multiply("value", PixelLoops.Load("w")));
                writer.Line(PixelLoops.Store(result, target));
            }));
            return;
        }

        writer.Line("float slope = w;");
        string[] arguments = [.. tensors.Take(tensors.Length - 1).Reverse().Select(tensor => Octet.Read($"ref {tensor.Name}t")), "slope"];
        Rows(writer, tensors, () => writer.Line(Octet.Write(Octet.Function("Activations", function, arguments), $"ref {target}")));
    }

    private static string Gradient(Activation activation, string from = "Output", string value = "yt") =>
        Octet.Gradient(activation, from, Octet.Read("dyt", 0), Octet.Read(value, 0));

    /// <summary>A vector of channels at a time, down all pixels: the sum stays in a register.</summary>
    private static void EmitBiasGradient(CodeWriter writer, OutputGradientKernel kernel)
    {
        (string Name, Layout Layout)[] tensors = kernel.Activation is null ? [("dy", kernel.Dy)] : [("y", kernel.Y), ("dy", kernel.Dy)];
        bool hasLoop = kernel.Dy.ChannelStride > Layout.Lanes;
        string c = hasLoop ? "c" : "0";
        using CodeWriter.Scope channels = hasLoop ? PixelLoops.Octets(writer, PixelLoops.Places(writer, "dy", kernel.Dy).Column, "int c") : default;
        PixelLoops.Sum(writer, tensors, ["sum"], at: c, body: () => writer.Line(kernel.Activation is { } f
            ? $"F8 gradient = {Gradient(f)};\nV.StoreUnsafe(gradient, ref dyt);\nsumPiece = V.Add(sumPiece, gradient);"
            : "sumPiece = V.Add(sumPiece, V.LoadUnsafe(ref dyt));"));
        writer.Line(Octet.Write(Octet.Add(Octet.Read(Code.At("db", c)), "sum"), Code.At("db", c)));
    }

    /// <summary>All vectors of some tensors of one shape; in the body each is <c>{name}t</c>.</summary>
    public static void Rows(CodeWriter writer, (string Name, Layout Layout)[] tensors, Action body)
    {
        Layout first = tensors[0].Layout;
        bool isOneRun = tensors.All(t => t.Layout.IsContiguous);
        int rows = isOneRun ? 1 : first.Height;
        int length = isOneRun ? first.Height * first.Width * first.ChannelStride : first.Width * first.ChannelStride;
        using (writer.Loop("row", rows > 1 ? writer.Sizes["Rows", rows] : 1))
        {
            PixelLoops.EmitOrigins(writer, tensors, rows);
            using (PixelLoops.Octets(writer, writer.Sizes["RowLength", length], "int i"))
            {
                body();
                writer.Line(Code.Advance(Layout.Lanes, [.. tensors.Select(t => $"{t.Name}t")]));
            }
        }
    }
}
