using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>y[o, i, j] = Σ w[o, c, u, v] · x[c, i·stride + u·dilation − pad, …] + b[o].</summary>
/// <param name="InputMasks">Per output channel a bit mask of the input channels of its group that it reads; empty: all.</param>
internal sealed record Conv2d(
    int OutChannels,
    Window Vertical,
    Window Horizontal,
    PaddingMode PaddingMode,
    int Groups,
    bool Bias,
    bool Flipped,
    EquatableArray<int> InputMasks) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int outChannels = layer.AtLeast(1, "outChannels", fallback: 1);
        WindowArguments window = WindowReader.Read(layer, isPool: false);
        PaddingRules.LimitToKernel(layer, window);
        var mode = (PaddingMode)layer.Choice("PaddingMode", count: 4);
        bool flipped = layer.Choice("Mode", count: 2) == 1;
        int groups = layer.AtLeast(1, "Groups", fallback: 1);
        EquatableArray<int> masks = layer.Spec.Get("InputMasks", EquatableArray<int>.Empty);
        bool bias = layer.Spec.Get("Bias", true);
        if (layer.Image() is not { } input)
        {
            GroupRule.Check(layer, groups, null, outChannels);
            return null;
        }

        GroupRule.Check(layer, groups, input.Shape.Channels, outChannels);
        if (layer.Failed)
        {
            return null;
        }

        InputMaskRule.Check(layer, masks, input.Shape.Channels / groups, outChannels);
        if (layer.Failed || WindowShapes.Fit(layer, window, input.Shape) is not { } fit)
        {
            return null;
        }

        Window vertical = fit.Vertical.Covering(input.Shape.Height, fit.Height);
        Window horizontal = fit.Horizontal.Covering(input.Shape.Width, fit.Width);
        PaddingRules.LimitToInput(layer, window.Vertical, vertical, mode, input.Shape.Height);
        PaddingRules.LimitToInput(layer, window.Horizontal, horizontal, mode, input.Shape.Width);
        var op = new Conv2d(outChannels, vertical, horizontal, mode, groups, bias, flipped, masks);
        return op.Over(layer, input, new(outChannels, fit.Height, fit.Width));
    }

    private Inference Over(LayerContext layer, Signal input, Shape output)
    {
        int inChannels = input.Shape.Channels / Groups;
        long taps = Size.Product(Vertical.Kernel, Horizontal.Kernel);
        long fanIn = Size.Product(inChannels, taps);
        long connections = InputMasks.Count > 0 ? InputMaskRule.Connections(InputMasks) : Size.Product(OutChannels, inChannels);
        long active = Size.Product(connections, taps);
        Parameter weight = ParameterInits.FanIn(
            layer.ParameterName("weight"), fanIn, [OutChannels, inChannels, Vertical.Kernel, Horizontal.Kernel], active);
        Parameter[] parameters = Bias ? [weight, ParameterInits.FanIn(layer.ParameterName("bias"), fanIn, [OutChannels])] : [weight];
        return new(
            this,
            new(output, input.Field.Through(Vertical)),
            EquatableArray<Parameter>.From(parameters),
            Size.Product(active, output.Height, output.Width));
    }
}
