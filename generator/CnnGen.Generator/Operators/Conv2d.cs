using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;
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
    EquatableArray<int> InputMasks,
    ConvAlgorithm Algorithm = ConvAlgorithm.Direct) : Operator
{
    internal override void Describe(OptionText options)
    {
        options.Windows(Vertical, Horizontal).Number("groups", Groups, usual: 1)
            .Word("padding_mode", PaddingMode.ToString(), nameof(PaddingMode.Zeros)).Flag("flipped", Flipped);
        if (InputMasks.Count > 0)
        {
            options.Numbers("input_masks", InputMasks);
        }
    }

    internal override bool HasBias => Bias;

    internal override bool TakesFold => true;

    /// <summary>What it is over an input that it fits.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">The input.</param>
    /// <param name="output">The output's shape.</param>
    /// <param name="part">As <see cref="Inference.Part"/>.</param>
    public Inference Over(LayerContext layer, Signal input, Shape output, string part)
    {
        int inChannels = input.Shape.Channels / Groups;
        long taps = Size.Product(Vertical.Kernel, Horizontal.Kernel);
        long fanIn = Size.Product(inChannels, taps);
        long connections = InputMasks.Count > 0 ? InputMaskRule.Connections(InputMasks) : Size.Product(OutChannels, inChannels);
        long active = Size.Product(connections, taps);
        Parameter weight = ParameterInits.FanIn(
            layer.ParameterName("weight", part), fanIn, [OutChannels, inChannels, Vertical.Kernel, Horizontal.Kernel], active);
        Parameter[] parameters =
            Bias ? [weight, ParameterInits.FanIn(layer.ParameterName("bias", part), fanIn, [OutChannels])] : [weight];
        return new(
            this,
            new(output, input.Field.Through(Vertical)),
            EquatableArray<Parameter>.From(parameters),
            Size.Product(active, output.Height, output.Width))
        { Part = part };
    }
}

/// <summary>Options of <c>Conv2d</c>.</summary>
/// <param name="InputMasks">As those of the operator; null where none are written.</param>
internal sealed record Conv2dOptions(int OutChannels, ConvOptions Conv, int Groups, EquatableArray<int>? InputMasks) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        PaddingRules.LimitToKernel(layer, Conv.Window);
        if (layer.Image(features: OutChannels) is not { } input)
        {
            GroupRule.Check(layer, Groups, null, OutChannels);
            return null;
        }

        GroupRule.Check(layer, Groups, input.Shape.Channels, OutChannels);
        if (layer.Failed)
        {
            return null;
        }

        EquatableArray<int> masks = InputMasks ?? EquatableArray<int>.Empty;
        if (InputMasks is not null)
        {
            InputMaskRule.Check(layer, masks, input.Shape.Channels / Groups, OutChannels);
        }

        return Conv.Infer(layer, input, OutChannels, Groups, masks);
    }
}
