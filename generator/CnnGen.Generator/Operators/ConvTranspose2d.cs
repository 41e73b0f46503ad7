using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;
using CnnGen.Generator.Operators.Windows;

namespace CnnGen.Generator.Operators;

/// <summary>The adjoint of a convolution: x[c, i, j] · w[c, o, u, v] is added to y[o, i·stride + u·dilation − pad, …].</summary>
internal sealed record ConvTranspose2d(
    int OutChannels, Window Vertical, Window Horizontal, int OutputPadding, int Groups, bool Bias) : Operator
{
    internal override void Describe(OptionText options) => options
        .Windows(Vertical, Horizontal).Number("output_padding", OutputPadding).Number("groups", Groups, usual: 1);

    internal override bool HasBias => Bias;

    internal override bool TakesFold => true;

    /// <summary>What it is over an input that it fits.</summary>
    public Inference Over(LayerContext layer, Signal input, Shape output)
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

/// <summary>Options of <c>ConvTranspose2d</c>, the same along both axes.</summary>
internal sealed record ConvTranspose2dOptions(
    int OutChannels, int Kernel, int Stride, int Padding, int Dilation, int OutputPadding, int Groups, bool Bias) : LayerOptions
{
    private const string OutputPaddingArgument = "OutputPadding";

    private long Extent => (long)Dilation * (Kernel - 1) + 1;

    public override Inference? Infer(LayerContext layer)
    {
        int most = Math.Max(Stride, Dilation) - 1;
        if (OutputPadding > most && !layer.Failed)
        {
            Fix way = new FixFinder(layer, DiagnosticIds.OutputPaddingTooLarge, OutputPaddingArgument).Set(OutputPaddingArgument, most);
            layer.Problems.Error(
                DiagnosticIds.OutputPaddingTooLarge, OutputPaddingArgument, [way], Size.Plain(OutputPadding), Size.Plain(Stride),
                Size.Plain(Dilation), Size.Plain(most));
        }

        Signal? image = layer.Image();
        GroupRule.Check(layer, Groups, image?.Shape.Channels, OutChannels);
        if (image is not { } input || layer.Failed)
        {
            return null;
        }

        long height = Output(layer, Axis.Vertical, input.Shape.Height);
        long width = Output(layer, Axis.Horizontal, input.Shape.Width);
        if (layer.Failed)
        {
            return null;
        }

        if (Size.Product(OutChannels, height, width) > Size.Limit || Extent > Size.Limit)
        {
            layer.Problems.Error(DiagnosticIds.TooLarge, null, $"the output of this {layer.Kind}", Size.Text(Size.Limit));
            return null;
        }

        var window = new Window(Kernel, Stride, Dilation, Padding, Padding);
        var op = new ConvTranspose2d(OutChannels, window, window, OutputPadding, Groups, Bias);
        return op.Over(layer, input, new(OutChannels, (int)height, (int)width));
    }

    /// <summary>(input − 1) · stride − 2 · padding + extent + output padding.</summary>
    private long Output(LayerContext layer, Axis axis, int input)
    {
        long uncropped = (input - 1L) * Stride + Extent + OutputPadding;
        if (uncropped <= 2L * Padding)
        {
            Fix way = new FixFinder(layer, DiagnosticIds.NothingLeft, "Padding")
                .Set($"use at most {Size.Plain((uncropped - 1) / 2)}", ("Padding", Size.Clamp((uncropped - 1) / 2)));
            layer.Problems.Error(
                DiagnosticIds.NothingLeft, "Padding", [way], $"an output {axis.Size} of", Size.Plain(uncropped),
                $"padding {Size.Plain(Padding)} on both sides, which is taken off",
                way.Text);
        }

        return uncropped - 2L * Padding;
    }
}
