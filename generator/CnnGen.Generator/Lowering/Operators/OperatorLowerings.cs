using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Which lowering an operator has.</summary>
internal static class OperatorLowerings
{
    public static OperatorLowering Of(Operator op) => op switch
    {
        Conv2d => new Conv2dLowering(),
        ConvTranspose2d => new ConvTranspose2dLowering(),
        FixedConv2d => new FixedConv2dLowering(),
        Linear => new LinearLowering(),
        Rbf => new RbfLowering(),
        Pool2d => new Pool2dLowering(),
        AdaptivePool2d => new AdaptivePool2dLowering(),
        Activation => new ActivationLowering(),
        PReLU => new PReLULowering(),
        Softmax => new SoftmaxLowering(),
        Dropout => new DropoutLowering(),
        DropPath => new DropPathLowering(),
        Normalize => new NormalizeLowering(),
        BatchNorm2d => new BatchNorm2dLowering(),
        GlobalResponseNorm => new GlobalResponseNormLowering(),
        GroupNorm => new GroupNormLowering(),
        InstanceNorm2d => new InstanceNorm2dLowering(),
        LayerNorm => new LayerNormLowering(),
        LayerScale => new LayerScaleLowering(),
        LocalResponseNorm => new LocalResponseNormLowering(),
        Add => new AddLowering(),
        Multiply => new MultiplyLowering(),
        Concat => new ConcatLowering(),
        Slice => new SliceLowering(),
        ChannelShuffle => new ChannelShuffleLowering(),
        PixelShuffle => new PixelShuffleLowering(),
        Upsample => new UpsampleLowering(),
        Pad2d => new Pad2dLowering(),
        Relayout => new RelayoutLowering(),
        BorderPad => new BorderPadLowering(),
        _ => throw new InvalidOperationException($"No lowering for {op}."),
    };
}
