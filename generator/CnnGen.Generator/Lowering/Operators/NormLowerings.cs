using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Over the channels of each pixel; a vector is one pixel.</summary>
internal sealed class LayerNormLowering : NormLowering<LayerNorm>
{
    protected override int Sums(LayerNorm op, Layout x) =>
        LayerNormGradientKernel.NeedsMemory(x, op.Affine) ? LayerNormGradientKernel.Sums * x.ChannelStride : 0;

    protected override Kernel Forward(LayerNorm op, Layout x, Layout y, Activation? activation) =>
        new LayerNormKernel(x, y, op.Eps, op.Affine, activation);

    protected override Kernel Gradient(LayerNorm op, Layout x, Layout dy, Layout? dx, bool hasSums) =>
        new LayerNormGradientKernel(x, dy, dx, op.Eps, op.Affine, hasSums);
}

/// <summary>Over the pixels and channels of each group.</summary>
internal sealed class GroupNormLowering : GroupsLowering<GroupNorm>
{
    protected override GroupNorm Groups(GroupNorm op, Layout x) => op;
}

/// <summary>A group normalisation with a group for every channel.</summary>
internal sealed class InstanceNorm2dLowering : GroupsLowering<InstanceNorm2d>
{
    protected override GroupNorm Groups(InstanceNorm2d op, Layout x) => new(x.Channels, op.Eps, op.Affine);
}

/// <summary>What is, or is the same as, a group normalisation.</summary>
internal abstract class GroupsLowering<T> : NormLowering<T>
    where T : Operator
{
    protected abstract GroupNorm Groups(T op, Layout x);

    protected override int Statistics(T op, Layout x) => GroupNormKernel.Statistics * x.ChannelStride;

    protected override int Sums(T op, Layout x) => GroupNormGradientKernel.Sums * x.ChannelStride;

    protected override Kernel Forward(T op, Layout x, Layout y, Activation? activation)
    {
        GroupNorm norm = Groups(op, x);
        return new GroupNormKernel(norm.Groups, x, y, norm.Eps, norm.Affine, activation);
    }

    protected override Kernel Gradient(T op, Layout x, Layout dy, Layout? dx, bool hasSums)
    {
        GroupNorm norm = Groups(op, x);
        return new GroupNormGradientKernel(norm.Groups, x, dy, dx, norm.Affine, hasSums);
    }
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
