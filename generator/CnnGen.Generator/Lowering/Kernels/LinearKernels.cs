using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>y = f(W·x + b) for one sample: the weights are streamed once, panel by panel.</summary>
internal sealed record LinearKernel(int InFeatures, int OutFeatures, bool HasBias, Activation? Activation) : Kernel
{
    public override string Name => $"Linear_{InFeatures}_{OutFeatures}{(Activation is { } f ? $"_{f.Kind}" : "")}";

    public override string Summary =>
        $"Matrix times vector: {InFeatures} features to {OutFeatures}, one sample{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands => HasBias ? ["x", "w", "b", "y"] : ["x", "w", "y"];

    public override KernelRange Range => KernelRange.Units;

    public override int PanelChannels => OutFeatures;

    public override bool IsWorthSplitting => (long)InFeatures * OutFeatures >= Machine.WorthSplitting;
}

/// <summary>The same for several samples, <c>SampleStride</c> elements apart: a matrix product in tiles of samples × outputs.</summary>
internal sealed record LinearBatchKernel(
    string Label, int InFeatures, int OutFeatures, bool HasBias, Activation? Activation) : Kernel
{
    private const long LargeWeights = 1_000_000;

    public override string Name => $"{Label}_{InFeatures}_{OutFeatures}{(Activation is { } f ? $"_{f.Kind}" : "")}";

    public override string Summary =>
        $"Matrix product: {InFeatures} features to {OutFeatures} for several samples{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands => HasBias ? ["x", "w", "b", "y"] : ["x", "w", "y"];

    public override KernelRange Range => KernelRange.Rows | KernelRange.Units;

    public override int PanelChannels => OutFeatures;

    /// <summary>Too large for a cache: to be streamed once for the whole batch.</summary>
    public bool IsLarge => (long)InFeatures * OutFeatures >= LargeWeights;
}

/// <summary>dw[k, o] = Σ over samples of x[k] · dy[o], and db[o] = Σ dy[o].</summary>
internal sealed record LinearWeightGradientKernel(int InFeatures, int OutFeatures, bool HasBias) : Kernel
{
    public override string Name => $"LinearWeightGradient_{InFeatures}_{OutFeatures}";

    public override string Summary =>
        $"Weight gradient of {InFeatures} features by {OutFeatures} over all samples{(HasBias ? ", and the bias's" : "")}.";

    public override IReadOnlyList<string> Operands => HasBias ? ["x", "dy", "dw", "db"] : ["x", "dy", "dw"];

    public override KernelRange Range => KernelRange.Rows | KernelRange.Units;

    public override int PanelChannels => OutFeatures;
}
