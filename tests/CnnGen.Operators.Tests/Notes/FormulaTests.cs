using System.Reflection;

namespace CnnGen.Operators.Tests.Notes;

/// <summary>The formulas for sizes, parameters and multiply-adds, layer by layer, from the attributes' own numbers.</summary>
public class FormulaTests
{
    private readonly record struct Expected(int[] Shape, int Parameters, long MultiplyAdds);

    [Fact]
    public void Convolutions() => Agree<ConvSizes>();

    [Fact]
    public void Pools() => Agree<PoolSizes>();

    [Fact]
    public void LeNet()
    {
        Agree<LeNetSizes>();
        Assert.Equal([156, 0, 2416, 0, 48120, 0, 10164, 850], LeNetSizes.Info.Layers.Select(layer => layer.ParameterCount));
    }

    [Fact]
    public void AlexNet()
    {
        Agree<AlexNetSizes>();
        Assert.Equal([55, 27, 27, 13, 13, 6], AlexNetSizes.Info.Layers.Select(layer => layer.OutputShape[1]));
    }

    [Fact]
    public void Transposed_convolutions() => Agree<TransposedSizes>();

    private static void Agree<T>()
        where T : INetwork<T>
    {
        IReadOnlyList<int> x = T.Info.Inputs[0].Shape;
        LayerAttribute[] attributes = [.. typeof(T).GetCustomAttributes<LayerAttribute>()];
        Assert.Equal(attributes.Length, T.Info.Layers.Count);
        Rounding rounding = typeof(T).GetCustomAttribute<NetworkAttribute>()!.Rounding;
        foreach (var (attribute, layer) in attributes.Zip(T.Info.Layers))
        {
            Expected expected = Of(attribute, x, rounding);
            Assert.Equal(expected.Shape, layer.OutputShape);
            Assert.Equal(expected.Parameters, layer.ParameterCount);
            Assert.Equal(expected.MultiplyAdds, layer.MultiplyAdds);
            x = layer.OutputShape;
        }
    }

    private static Expected Of(LayerAttribute attribute, IReadOnlyList<int> x, Rounding rounding) => attribute switch
    {
        Conv2dAttribute conv => Convolution(conv, conv.OutChannels, conv.Groups, conv.Bias, x, rounding),
        DepthwiseConv2dAttribute conv => Convolution(conv, x[0] * conv.Multiplier, x[0], conv.Bias, x, rounding),
        ConvTranspose2dAttribute conv => Transposed(conv, x),
        WindowAttribute pool => new(Window(x[0], pool, pool.KernelHeight, pool.KernelWidth, x, rounding), 0, 0),
        LinearAttribute linear => new(
            [linear.OutFeatures], linear.OutFeatures * (x[0] + (linear.Bias ? 1 : 0)), (long)linear.OutFeatures * x[0]),
        FlattenAttribute => new([x.Aggregate((a, b) => a * b)], 0, 0),
        _ => throw new NotSupportedException($"no formula for {attribute.GetType().Name}"),
    };

    /// <summary>An output channel has a kernel for each input channel of its group, and a bias; an output pixel uses them once.</summary>
    private static Expected Convolution(
        DilatedWindowAttribute conv, int outChannels, int groups, bool bias, IReadOnlyList<int> x, Rounding rounding)
    {
        int weights = outChannels * (x[0] / groups) * conv.KernelHeight * conv.KernelWidth;
        int[] y = Window(outChannels, conv, 1, 1, x, rounding);
        return new(y, weights + (bias ? outChannels : 0), (long)weights * y[1] * y[2]);
    }

    /// <summary>A convolution with the sides exchanged: every input pixel uses the kernel once.</summary>
    private static Expected Transposed(ConvTranspose2dAttribute conv, IReadOnlyList<int> x)
    {
        int weights = conv.OutChannels * (x[0] / conv.Groups) * conv.Kernel * conv.Kernel;
        int[] y = [conv.OutChannels, Size(x[1]), Size(x[2])];
        return new(y, weights + (conv.Bias ? conv.OutChannels : 0), (long)weights * x[1] * x[2]);
        int Size(int size) => (size - 1) * conv.Stride - 2 * conv.Padding + conv.Dilation * (conv.Kernel - 1) + 1 + conv.OutputPadding;
    }

    /// <summary>⌊(in + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1, or rounded up.</summary>
    private static int[] Window(
        int channels, WindowAttribute window, int strideHeight, int strideWidth, IReadOnlyList<int> x, Rounding network)
    {
        int dilation = window is DilatedWindowAttribute { Dilation: > 0 } dilated ? dilated.Dilation : 1;
        bool up = (window.Rounding == Rounding.Exact ? network : window.Rounding) == Rounding.Ceil;
        int Size(int size, int kernel, int stride) =>
            (size + 2 * window.Padding - dilation * (kernel - 1) - 1 + (up ? stride - 1 : 0)) / stride + 1;
        return
        [
            channels,
            Size(x[1], window.KernelHeight, window.Stride > 0 ? window.Stride : strideHeight),
            Size(x[2], window.KernelWidth, window.Stride > 0 ? window.Stride : strideWidth),
        ];
    }
}
