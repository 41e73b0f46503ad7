using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>y = f(x · scale + shift) with a scale and, if there is one, a shift per channel.</summary>
internal sealed record ChannelAffineKernel(Layout X, Layout Y, Activation? Activation, bool HasShift = true) : Kernel
{
    public override string Name =>
        $"{(HasShift ? "ChannelAffine" : "ChannelScale")}_{Y.Height}x{Y.Width}x{Y.Channels}{(Activation is { } f ? $"_{f.Kind}" : "")}";

    public override string Summary =>
        $"A scale {(HasShift ? "and a shift " : "")}per channel, {X}{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands => HasShift ? ["x", "scale", "shift", "y"] : ["x", "scale", "y"];
}

/// <summary>dw += Σ x·dy over the pixels, for each channel; the sum and a total of twice its length need memory.</summary>
internal sealed record ChannelScaleGradientKernel(Layout X, Layout Dy) : Kernel
{
    public const int Sums = 3;

    public override string Name => $"ChannelScaleGradient_{Dy.Height}x{Dy.Width}x{Dy.Channels}";

    public override string Summary => $"The gradient of a scale per channel is added to dw, over {Dy}.";

    public override IReadOnlyList<string> Operands => ["x", "dy", "sum", "dw"];
}
