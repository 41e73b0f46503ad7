using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Softmax and log-softmax, forward and backward; lanes beyond the channels take no part and become zero.</summary>
internal static class SoftmaxEmitter
{
    public static void Emit(CodeWriter writer, SoftmaxKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Groups(writer, kernel.OverPixels, [("x", kernel.X), ("y", kernel.Y)], (pixels, tail) =>
            {
                writer.Line("F8 top = V.Create(float.NegativeInfinity), sum = V.Zero;");
                Vectors(writer, pixels, kernel.Y, tail, mask =>
                {
                    string x = Masked(At("xg", kernel.X), mask, Octet.Create(float.NegativeInfinity));
                    writer.Line($"top = {Octet.Function("Extremes", "Max", "top", x)};");
                });
                writer.Line("top = V.Create(V.Max(top));");
                Vectors(writer, pixels, kernel.Y, tail, mask =>
                {
                    writer.Line($"F8 power = {Masked(Exp(Octet.Subtract(At("xg", kernel.X), "top")), mask)};");
                    writer.Line("sum = V.Add(sum, power);");
                    if (!kernel.Logarithmic)
                    {
                        writer.Line(Store("power", "yg", kernel.Y));
                    }
                });
                writer.Line(kernel.Logarithmic
                    ? "F8 logarithm = VectorMath<V, F8>.Log(V.Create(V.Sum(sum)));"
                    : "F8 scale = V.Create(1f / V.Sum(sum));");
                Vectors(writer, pixels, kernel.Y, tail, mask =>
                {
                    string value = kernel.Logarithmic
                        ? Octet.Subtract(Octet.Subtract(At("xg", kernel.X), "top"), "logarithm")
                        : Octet.Multiply(At("yg", kernel.Y), "scale");
                    writer.Line(Store(Masked(value, mask), "yg", kernel.Y));
                });
            });
        }
    }

    public static void Emit(CodeWriter writer, SoftmaxGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Groups(writer, kernel.OverPixels, [("y", kernel.Y), ("dy", kernel.Dy), ("dx", kernel.Dx)], (pixels, tail) =>
            {
                string dy = At("dyg", kernel.Dy);
                string y = At("yg", kernel.Y);
                writer.Line("F8 sum = V.Zero;");
                Vectors(writer, pixels, kernel.Y, tail, mask =>
                    writer.Line($"sum = {Octet.Add("sum", Masked(kernel.Logarithmic ? dy : Octet.Multiply(dy, y), mask))};"));
                writer.Line("sum = V.Create(V.Sum(sum));");
                Vectors(writer, pixels, kernel.Y, tail, mask =>
                {
                    string gradient = kernel.Logarithmic
                        ? Octet.Subtract(dy, Octet.Multiply(Exp(y), "sum"))
                        : Octet.Multiply(y, Octet.Subtract(dy, "sum"));
                    writer.Line(Store(Masked(gradient, mask), "dxg", kernel.Dx));
                });
            });
        }
    }

    private static string Offset(Layout layout) =>
        $"p / {layout.Width} * {layout.RowStride} + p % {layout.Width} * {layout.ChannelStride} + c";

    private static string At(string group, Layout layout) => Octet.Read(Code.At(group, Offset(layout)));

    private static string Store(string value, string group, Layout layout) => Octet.Write(value, Code.At(group, Offset(layout)));

    private static string Exp(string value) => Octet.Function("VectorMath", "Exp", value);

    private static string Masked(string value, bool mask, string other = "V.Zero") => mask ? Octet.Select("used", value, other) : value;

    /// <summary>Each group of elements that sum to one: <c>{name}g</c> is its first pixel.</summary>
    private static void Groups(CodeWriter writer, bool overPixels, (string Name, Layout Layout)[] tensors, Action<int, int> body)
    {
        Layout first = tensors[0].Layout;
        int tail = first.Channels % Layout.Lanes;
        if (tail > 0)
        {
            writer.Line($"F8 used = V.FirstLanes({tail});");
        }

        int pixels = first.Height * first.Width;
        using (writer.Block($"for (int group = 0; group < {(overPixels ? 1 : pixels)}; group++)"))
        {
            foreach ((string name, Layout layout) in tensors)
            {
                string row = $"group / {layout.Width} * {layout.RowStride}";
                string origin = $"{row} + group % {layout.Width} * {layout.ChannelStride} + {layout.At(0, 0)}";
                writer.Line($"ref float {name}g = {Code.At(name, origin)};");
            }

            body(overPixels ? pixels : 1, tail);
        }
    }

    /// <summary>All vectors of a group, at pixel <c>p</c> and channel <c>c</c>; the last one of a pixel may be masked.</summary>
    private static void Vectors(CodeWriter writer, int pixels, Layout layout, int tail, Action<bool> body)
    {
        using (writer.Block($"for (int p = 0; p < {pixels}; p++)"))
        {
            int full = layout.Channels / Layout.Lanes * Layout.Lanes;
            if (full > 0)
            {
                using (PixelLoops.Octets(writer, full, "int c"))
                {
                    body(false);
                }
            }

            if (tail > 0)
            {
                using (writer.Block(""))
                {
                    writer.Line($"const int c = {full};");
                    body(true);
                }
            }
        }
    }
}
