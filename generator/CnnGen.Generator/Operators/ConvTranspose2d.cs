using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>The adjoint of a convolution: x[c, i, j] · w[c, o, u, v] is added to y[o, i·stride + u·dilation − pad, …].</summary>
internal sealed record ConvTranspose2d(
    int OutChannels, Window Vertical, Window Horizontal, int OutputPadding, int Groups, bool Bias) : Operator
{
    private const string OutputPaddingArgument = "OutputPadding";

    public static Inference? Infer(LayerContext layer)
    {
        int outChannels = layer.AtLeast(1, "outChannels", fallback: 1);
        int kernel = layer.AtLeast(1, WindowReader.Kernel, fallback: 1);
        int stride = layer.AtLeast(1, "Stride", fallback: 1);
        int padding = layer.AtLeast(0, "Padding", fallback: 0);
        int dilation = layer.AtLeast(1, "Dilation", fallback: 1);
        int groups = layer.AtLeast(1, "Groups", fallback: 1);
        int outputPadding = layer.AtLeast(0, OutputPaddingArgument, fallback: 0);
        int most = Math.Max(stride, dilation) - 1;
        if (outputPadding > most && !layer.Failed)
        {
            Fix way = new FixFinder(layer, DiagnosticIds.OutputPaddingTooLarge, OutputPaddingArgument).Set(OutputPaddingArgument, most);
            layer.Error(
                DiagnosticIds.OutputPaddingTooLarge, OutputPaddingArgument, [way], AxisArguments.Text(outputPadding),
                AxisArguments.Text(stride), AxisArguments.Text(dilation), AxisArguments.Text(most));
        }

        Signal? image = layer.Image();
        GroupRule.Check(layer, groups, image?.Shape.Channels, outChannels);
        if (image is not { } input || layer.Failed)
        {
            return null;
        }

        long extent = (long)dilation * (kernel - 1) + 1;
        long height = Output(layer, Axis.Vertical, input.Shape.Height, stride, padding, extent + outputPadding);
        long width = Output(layer, Axis.Horizontal, input.Shape.Width, stride, padding, extent + outputPadding);
        if (layer.Failed)
        {
            return null;
        }

        if (Size.Product(outChannels, height, width) > Size.Limit || extent > Size.Limit)
        {
            layer.Error(DiagnosticIds.TooLarge, null, $"the output of this {layer.Spec.Kind}", Size.Text(Size.Limit));
            return null;
        }

        var window = new Window(kernel, stride, dilation, padding, padding);
        var op = new ConvTranspose2d(outChannels, window, window, outputPadding, groups, layer.Spec.Get("Bias", true));
        return op.Over(layer, input, new(outChannels, (int)height, (int)width));
    }

    /// <summary>(input − 1) · stride − 2 · padding + extent + output padding.</summary>
    private static long Output(LayerContext layer, Axis axis, int input, int stride, int padding, long extent)
    {
        long uncropped = (input - 1L) * stride + extent;
        if (uncropped <= 2L * padding)
        {
            Fix way = new FixFinder(layer, DiagnosticIds.NothingLeft, "Padding")
                .Set($"use at most {AxisArguments.Text((uncropped - 1) / 2)}", ("Padding", Size.Clamp((uncropped - 1) / 2)));
            layer.Error(
                DiagnosticIds.NothingLeft, "Padding", [way], $"an output {axis.Size} of", AxisArguments.Text(uncropped),
                $"padding {AxisArguments.Text(padding)} on both sides, which is taken off",
                way.Text);
        }

        return uncropped - 2L * padding;
    }

    private Inference Over(LayerContext layer, Signal input, Shape output)
    {
        int inChannels = input.Shape.Channels;
        int outChannels = OutChannels / Groups;
        long fanIn = Size.Product(outChannels, Vertical.Kernel, Horizontal.Kernel);
        Parameter weight = ParameterInits.FanIn(
            layer.ParameterName("weight"), fanIn, [inChannels, outChannels, Vertical.Kernel, Horizontal.Kernel]);
        Parameter[] parameters = Bias ? [weight, ParameterInits.FanIn(layer.ParameterName("bias"), fanIn, [OutChannels])] : [weight];
        return new(
            this,
            new(output, input.Field.Transposed(Vertical)),
            EquatableArray<Parameter>.From(parameters),
            Size.Product(inChannels, fanIn, input.Shape.Height, input.Shape.Width));
    }
}
