using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Over the channels of each pixel; a vector is one pixel.</summary>
internal sealed class LayerNormLowering : NormLowering<LayerNorm>
{
    protected override Kernel Forward(LayerNorm op, Layout x, Layout y, Activation? activation) =>
        new LayerNormKernel(x, y, op.Eps, op.Affine, activation);

    protected override Kernel Gradient(LayerNorm op, Layout x, Layout dy, Layout? dx, bool hasSums) =>
        new LayerNormGradientKernel(x, dy, dx, op.Eps, op.Affine, hasSums);
}

/// <summary>Over the pixels and channels of each group.</summary>
internal sealed class GroupNormLowering : NormLowering<GroupNorm>
{
    protected override int Statistics(GroupNorm op, Layout x) => GroupNormKernel.Statistics * x.ChannelStride;

    protected override int Sums(GroupNorm op, Layout x) => GroupNormGradientKernel.Sums * x.ChannelStride;

    protected override Kernel Forward(GroupNorm op, Layout x, Layout y, Activation? activation) =>
        new GroupNormKernel(op.Groups, x, y, op.Eps, op.Affine, activation);

    protected override Kernel Gradient(GroupNorm op, Layout x, Layout dy, Layout? dx, bool hasSums) =>
        new GroupNormGradientKernel(op.Groups, x, dy, dx, op.Affine, hasSums);
}

/// <summary>A group normalisation with a group for every channel.</summary>
internal sealed class InstanceNorm2dLowering : NormLowering<InstanceNorm2d>
{
    protected override int Statistics(InstanceNorm2d op, Layout x) => GroupNormKernel.Statistics * x.ChannelStride;

    protected override int Sums(InstanceNorm2d op, Layout x) => GroupNormGradientKernel.Sums * x.ChannelStride;

    protected override Kernel Forward(InstanceNorm2d op, Layout x, Layout y, Activation? activation) =>
        new GroupNormKernel(x.Channels, x, y, op.Eps, op.Affine, activation);

    protected override Kernel Gradient(InstanceNorm2d op, Layout x, Layout dy, Layout? dx, bool hasSums) =>
        new GroupNormGradientKernel(x.Channels, x, dy, dx, op.Affine, hasSums);
}

/// <summary>Each channel by its norm's share of all channels' norms.</summary>
internal sealed class GlobalResponseNormLowering : NormLowering<GlobalResponseNorm>
{
    protected override int Statistics(GlobalResponseNorm op, Layout x) => GlobalResponseNormKernel.Statistics * x.ChannelStride;

    protected override int Sums(GlobalResponseNorm op, Layout x) => GlobalResponseNormGradientKernel.Sums * x.ChannelStride;

    protected override Kernel Forward(GlobalResponseNorm op, Layout x, Layout y, Activation? activation) =>
        new GlobalResponseNormKernel(x, y, op.Eps, activation);

    protected override Kernel Gradient(GlobalResponseNorm op, Layout x, Layout dy, Layout? dx, bool hasSums) =>
        new GlobalResponseNormGradientKernel(x, dy, dx, op.Eps, hasSums);
}

/// <summary>Each element by the energy of the channels beside it; without parameters there is always a gradient of the input.</summary>
internal sealed class LocalResponseNormLowering : NormLowering<LocalResponseNorm>
{
    protected override int Statistics(LocalResponseNorm op, Layout x) => LocalResponseNormKernel.Window(op, x);

    protected override int Sums(LocalResponseNorm op, Layout x) => LocalResponseNormKernel.Window(op, x);

    protected override Kernel Forward(LocalResponseNorm op, Layout x, Layout y, Activation? activation) =>
        new LocalResponseNormKernel(op, x, y, activation);

    protected override Kernel Gradient(LocalResponseNorm op, Layout x, Layout dy, Layout? dx, bool hasSums) =>
        new LocalResponseNormGradientKernel(op, x, dy, dx!.Value);
}
