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
                string sum = Octet.Add([.. kernel.X.Select((_, i) => Octet.Read($"x{i}t", 0))]);
                writer.Line(Octet.Write(Octet.Activate(kernel.Activation, sum), "yt", 0));
            });
        }
    }

    public static void Emit(CodeWriter writer, ProductKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            (int, Layout)[] factors = [.. kernel.X.Select((x, i) => (i, x))];
            string product = Product([], factors, kernel.Y);
            PixelLoops.Pixels(writer, [("y", kernel.Y), .. Images(factors, kernel.Y)], () => PixelLoops.Channels(writer, kernel.Y, () =>
                writer.Line(PixelLoops.Store(product, "yt"))));
        }
    }

    /// <summary>
    /// A factor of one pixel gets the sum over the pixels for each channel, one of one channel the sum over the channels of each pixel, and
    /// a single number the sum over all.
    /// </summary>
    public static void Emit(CodeWriter writer, ProductGradientKernel kernel, string name)
    {
        (Layout dy, Layout dx) = (kernel.Dy, kernel.Dx);
        bool isChannel = ProductKernel.IsChannel(kernel.X[kernel.Index], dy);
        (int, Layout)[] others = [.. kernel.X.Select((x, i) => (i, x)).Where(pair => pair.i != kernel.Index)];
        (string, Layout)[] images = [("dy", dy), .. Images(others, dy)];
        string product = Product([PixelLoops.Load("dyt")], others, dy);
        using (KernelEmitter.Method(writer, kernel, name))
        {
            switch (kernel.SumsPixels, isChannel)
            {
                case (false, false):
                    PixelLoops.Pixels(writer, [.. images, ("dx", dx)], () => PixelLoops.Channels(writer, dy, () =>
                        writer.Line(PixelLoops.Store(product, "dxt"))));
                    break;

                case (false, true):
                    PixelLoops.Pixels(writer, [.. images, ("dx", dx)], () =>
                    {
                        writer.Line("F8 sum = V.Zero;");
                        PixelLoops.Channels(writer, dy, () => writer.Line($"sum = {Octet.Add("sum", product)};"));
                        writer.Line("V.StoreUnsafe(V.CreateScalar(V.Sum(sum)), ref dxt);");
                    });
                    break;

                case (true, false):
                    writer.Line($"ref float sum = {Code.At("dx", dx.At(0, 0))};");
                    PixelLoops.SumInMemory(writer, images, [("sum", "total")], () => writer.Line(PixelLoops.AddTo("sum", product)));
                    break;

                case (true, true):
                    void Add() => PixelLoops.Channels(writer, dy, () => writer.Line($"sumPiece = {Octet.Add("sumPiece", product)};"));
                    PixelLoops.Sum(writer, images, ["sum"], Add, perPixel: dy.ChannelStride / Layout.Lanes);
                    writer.Line(Octet.Write("V.CreateScalar(V.Sum(sum))", Code.At("dx", dx.At(0, 0))));
                    break;
            }
        }
    }

    /// <summary>The factors that are read pixel by pixel.</summary>
    private static IEnumerable<(string, Layout)> Images(IEnumerable<(int Index, Layout X)> factors, Layout y) =>
        factors.Where(factor => !ProductKernel.IsPixel(factor.X, y)).Select(factor => ($"x{factor.Index}", factor.X));

    /// <summary>
    /// What stands before, times factors of one element; one that is the same for all channels must not fill the lanes behind them.
    /// </summary>
    private static string Product(string[] before, IReadOnlyCollection<(int Index, Layout X)> factors, Layout y)
    {
        string[] elements = [.. factors.Select(factor => Factor(factor.Index, factor.X, y))];
        return factors.Any(factor => ProductKernel.IsChannel(factor.X, y))
            ? Octet.Multiply([.. before, PixelLoops.Used(y, Octet.Multiply(elements))])
            : Octet.Multiply([.. before, .. elements]);
    }

    /// <summary>A factor's vector at channel <c>c</c> of a pixel.</summary>
    private static string Factor(int index, Layout x, Layout y)
    {
        (string origin, int place) = ProductKernel.IsPixel(x, y) ? ($"x{index}", x.At(0, 0)) : ($"x{index}t", 0);
        return ProductKernel.IsChannel(x, y)
            ? Octet.Broadcast(origin, place)
            : Octet.Read(origin, Code.Sum(("c", 1), ("", place)));
    }
}
