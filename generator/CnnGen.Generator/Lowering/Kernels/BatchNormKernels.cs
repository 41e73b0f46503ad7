using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>
/// Batch normalisation in training: per channel mean and variance over all samples and pixels, kept in stats ([mean][1/σ]);
/// the running ones move towards them. Frozen, the running ones take their place and stay. A unit is up to 16 channels.
/// </summary>
internal sealed record BatchNormKernel(Layout X, Layout Y, float Eps, float Momentum, bool Affine, Activation? Activation) : Kernel
{
    public const int UnitChannels = 16;

    public override string Name => $"BatchNorm_{Y.Height}x{Y.Width}x{Y.Channels}{(Activation is { } f ? $"_{f.Kind}" : "")}";

    public override string Summary => $"Batch normalisation of {X}{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands =>
        Affine ? ["x", "w", "b", "mean", "variance", "stats", "y"] : ["x", "mean", "variance", "stats", "y"];

    public override KernelRange Range => KernelRange.Rows | KernelRange.Units | KernelRange.Statistics;

    public override int Units => (Y.ChannelStride + UnitChannels - 1) / UnitChannels;
}

/// <summary>The gradients of batch normalisation; dy is multiplied by the derivative of a fused activation first.</summary>
internal sealed record BatchNormGradientKernel(Layout X, Layout Y, Layout Dy, Layout? Dx, bool Affine, Activation? Activation) : Kernel
{
    public override string Name => $"BatchNormGradient_{Dy.Height}x{Dy.Width}x{Dy.Channels}";

    public override string Summary => $"Gradients of batch normalisation, {Dy}.";

    public override IReadOnlyList<string> Operands =>
    [
        "x", .. Activation is null ? [] : new[] { "y" }, .. Affine ? new[] { "w" } : [], "stats", "dy",
        .. Affine ? new[] { "dw", "db" } : [], .. Dx is null ? [] : new[] { "dx" },
    ];

    public override IEnumerable<string> Written => Activation is null ? base.Written : base.Written.Append("dy");

    public override KernelRange Range => KernelRange.Rows | KernelRange.Units | KernelRange.Statistics;

    public override int Units => (Dy.ChannelStride + BatchNormKernel.UnitChannels - 1) / BatchNormKernel.UnitChannels;
}
