using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>Zeros around a tensor, or rows and columns taken off; the gradient is the same copy the other way round.</summary>
internal sealed class Pad2dLowering : LinearMapLowering<Pad2d>
{
    public override bool TakesAnyStride => true;

    protected override Kernel Forward(Pad2d op, Layout x, Layout y) => new ShiftKernel(x, y, op.Top, op.Left);

    protected override Kernel Gradient(Pad2d op, Layout dy, Layout dx) => new ShiftKernel(dy, dx, -op.Top, -op.Left);
}

/// <summary>Mirrored, repeated or wrapped padding as a copy.</summary>
internal sealed class BorderPadLowering : LinearMapLowering<BorderPad>
{
    protected override Kernel Forward(BorderPad op, Layout x, Layout y) => new BorderPadKernel(op.Mode, x, y, op.Border);

    protected override Kernel Gradient(BorderPad op, Layout dy, Layout dx) => new BorderPadGradientKernel(op.Mode, dy, dx, op.Border);
}

/// <summary>Some of the channels; the gradient of the others is zero.</summary>
internal sealed class SliceLowering : LinearMapLowering<Slice>
{
    protected override Kernel Forward(Slice op, Layout x, Layout y) => new ChannelsKernel(op.Start, x, y);

    protected override Kernel Gradient(Slice op, Layout dy, Layout dx) => new ConcatKernel(new([dy]), dx, op.Start);
}

/// <summary>A transposed matrix of channels; transposed again for the gradient.</summary>
internal sealed class ChannelShuffleLowering : LinearMapLowering<ChannelShuffle>
{
    protected override Kernel Forward(ChannelShuffle op, Layout x, Layout y) => new ChannelShuffleKernel(op.Groups, x, y);

    protected override Kernel Gradient(ChannelShuffle op, Layout dy, Layout dx) =>
        new ChannelShuffleKernel(dy.Channels / op.Groups, dy, dx);
}

/// <summary>Channels to pixels, and back for the gradient.</summary>
internal sealed class PixelShuffleLowering : LinearMapLowering<PixelShuffle>
{
    protected override Kernel Forward(PixelShuffle op, Layout x, Layout y) => new PixelShuffleKernel(op.Factor, x, y, ToPixels: true);

    protected override Kernel Gradient(PixelShuffle op, Layout dy, Layout dx) =>
        new PixelShuffleKernel(op.Factor, dx, dy, ToPixels: false);
}

/// <summary>Each pixel repeated, or interpolated between pixels.</summary>
internal sealed class UpsampleLowering : LinearMapLowering<Upsample>
{
    protected override Kernel Forward(Upsample op, Layout x, Layout y) => new UpsampleKernel(op, x, y);

    protected override Kernel Gradient(Upsample op, Layout dy, Layout dx) => new UpsampleGradientKernel(op, dy, dx);
}

/// <summary>A constant shift and scale of each channel.</summary>
internal sealed class NormalizeLowering : LinearMapLowering<Normalize>
{
    public override bool TakesAnyStride => true;

    protected override Kernel Forward(Normalize op, Layout x, Layout y) => new NormalizeKernel(op.Mean, op.Std, x, y);

    protected override Kernel Gradient(Normalize op, Layout dy, Layout dx) => new NormalizeKernel(default, op.Std, dy, dx);
}
