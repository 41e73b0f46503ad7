using CnnGen.Generator.Lowering.Kernels;
using static CnnGen.Generator.Emit.Kernels.PixelLoops;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>A scale and a shift per channel, and the gradient of the scale.</summary>
internal static class ChannelAffineEmitter
{
    public static void Emit(CodeWriter output, ChannelAffineKernel kernel, string name, SharedMethods methods) => KernelEmitter.Method(
        output, methods, kernel, name, KernelEmitter.Label("ChannelAffine", kernel.Activation?.Kind), writer =>
        {
            Pixels(writer, [("x", kernel.X), ("y", kernel.Y)], () =>
            {
                using CodeWriter.Scope channels = Octets(writer, Places(writer, "y", kernel.Y).Column);
                string value = kernel.HasShift
                    ? Octet.MultiplyAdd(Load("xt"), Load("scale"), Load("shift"))
                    : Octet.Multiply(Load("xt"), Load("scale"));
                writer.Line(Store(Octet.Activate(kernel.Activation, value), "yt"));
            });
        });

    public static void Emit(CodeWriter writer, ChannelScaleGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            AddChannelSums(writer, kernel.X, kernel.Dy, AddProduct(Load("xt"), Load("dyt"), "sum"));
        }
    }
}
