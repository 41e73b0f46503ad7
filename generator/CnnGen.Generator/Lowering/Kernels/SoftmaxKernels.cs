namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>exp(x) / Σ exp(x), or its logarithm, over the channels of each pixel or over all elements.</summary>
internal sealed record SoftmaxKernel(bool Logarithmic, bool OverPixels, Layout X, Layout Y) : Kernel
{
    public override string Name => $"{(Logarithmic ? "Log" : "")}Softmax_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary =>
        $"{(Logarithmic ? "Log-softmax" : "Softmax")} over {(OverPixels ? "all elements" : "the channels of each pixel")} of {X}.";

    public override IReadOnlyList<string> Operands => ["x", "y"];
}

/// <summary>The gradient of softmax from its output.</summary>
internal sealed record SoftmaxGradientKernel(bool Logarithmic, bool OverPixels, Layout Y, Layout Dy, Layout Dx) : Kernel
{
    public override string Name => $"{(Logarithmic ? "Log" : "")}SoftmaxGradient_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"Gradient of {(Logarithmic ? "log-softmax" : "softmax")} from its output y, {Y}.";

    public override IReadOnlyList<string> Operands => ["y", "dy", "dx"];
}
