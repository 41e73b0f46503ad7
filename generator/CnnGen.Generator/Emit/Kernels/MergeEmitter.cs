using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Sums and products of tensors; in a product a factor may be of one pixel or one channel.</summary>
internal static class MergeEmitter
{
    public static void Emit(CodeWriter writer, SumKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            (string, Layout)[] tensors = [.. kernel.X.Select((x, i) => ($"x{i}", x)), ("y", kernel.Y)];
            ElementwiseEmitter.Rows(writer, tensors, () =>
            {
                string sum = string.Join(" + ", kernel.X.Select((_, i) => $"V.LoadUnsafe(ref x{i}t)"));
                writer.Line(Code.Store(kernel.Activation is { } f ? Code.Activate(f, sum) : $"({sum})", "yt"));
            });
        }
    }

    public static void Emit(CodeWriter writer, ProductKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (Elements(writer, kernel.Y))
            {
                string product = string.Join(" * ", kernel.X.Select((x, i) => Factor(i, x, kernel.Y)));
                writer.Line($"({product}).StoreUnsafe({Code.At("y", Pixel(kernel.Y))});");
            }
        }
    }

    public static void Emit(CodeWriter writer, ProductGradientKernel kernel, string name)
    {
        Layout x = kernel.X[kernel.Index];
        bool isPixel = IsPixel(x, kernel.Dy);
        bool isChannel = IsChannel(x, kernel.Dy);
        using (KernelEmitter.Method(writer, kernel, name))
        {
            if (isPixel || isChannel)
            {
                writer.Line($"MemoryMarshal.CreateSpan(ref dx, {kernel.Dx.Size}).Clear();");
            }

            using (Elements(writer, kernel.Dy))
            {
                IEnumerable<string> others = kernel.X.Select((other, i) => (other, i)).Where(pair => pair.i != kernel.Index)
                    .Select(pair => Factor(pair.i, pair.other, kernel.Dy));
                writer.Line($"F8 product = {string.Join(" * ", others.Prepend($"V.LoadUnsafe({Code.At("dy", Pixel(kernel.Dy))})"))};");
                if (isPixel)
                {
                    writer.Line($"ref float d = {Code.At("dx", Code.Sum(("c", 1), ("", kernel.Dx.At(0, 0))))};");
                    writer.Line("(V.LoadUnsafe(ref d) + product).StoreUnsafe(ref d);");
                }
                else if (isChannel)
                {
                    writer.Line($"{Code.At("dx", Place(kernel.Dx)).Substring(4)} += V.Sum(product);");
                }
                else
                {
                    writer.Line($"product.StoreUnsafe({Code.At("dx", Pixel(kernel.Dx))});");
                }
            }
        }
    }

    private static bool IsPixel(Layout x, Layout y) => x.Height == 1 && x.Width == 1 && y.Height * y.Width > 1;

    private static bool IsChannel(Layout x, Layout y) => x.Channels == 1 && y.Channels > 1;

    private static string Factor(int index, Layout x, Layout y)
    {
        if (IsChannel(x, y))
        {
            string place = IsPixel(x, y) ? Code.Int(x.At(0, 0)) : Place(x);
            return $"V.Create({Code.At($"x{index}", place).Substring(4)})";
        }

        return $"V.LoadUnsafe({Code.At($"x{index}", IsPixel(x, y) ? Code.Sum(("c", 1), ("", x.At(0, 0))) : Pixel(x))})";
    }

    private static string Place(Layout layout) => Code.Sum(("i", layout.RowStride), ("j", layout.ChannelStride), ("", layout.At(0, 0)));

    private static string Pixel(Layout layout) =>
        Code.Sum(("i", layout.RowStride), ("j", layout.ChannelStride), ("c", 1), ("", layout.At(0, 0)));

    /// <summary>All vectors of a tensor: row i, column j, channels from c on.</summary>
    private static CodeWriter.Scope Elements(CodeWriter writer, Layout layout)
    {
        writer.Line($"for (int i = 0; i < {layout.Height}; i++)\nfor (int j = 0; j < {layout.Width}; j++)");
        return writer.Block($"for (int c = 0; c < {layout.ChannelStride}; c += 8)");
    }
}
