namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>y[o] = Σ (x[k] − w[k, o])² over all features k of x; padding channels, which need not be zero, do not count.</summary>
internal sealed record RbfKernel(Layout X, int Classes) : Kernel
{
    public override string Name => $"Rbf_{X.Size}_{Classes}";

    public override string Summary => $"Squared distances of {X} to {Classes} codes.";

    public override IReadOnlyList<string> Operands => ["x", "w", "y"];
}

/// <summary>dx[k] = Σ 2·(x[k] − w[o, k])·dy[o] over the classes o; w in panels of features.</summary>
internal sealed record RbfInputGradientKernel(Layout X, int Classes) : Kernel
{
    public override string Name => $"RbfInputGradient_{X.Size}_{Classes}";

    public override string Summary => $"Input gradient of squared distances, {X} and {Classes} codes.";

    public override IReadOnlyList<string> Operands => ["x", "w", "dy", "dx"];
}

/// <summary>dw[k, o] += 2·(w[k, o] − x[k])·dy[o].</summary>
internal sealed record RbfWeightGradientKernel(int Features, int Classes) : Kernel
{
    public override string Name => $"RbfWeightGradient_{Features}_{Classes}";

    public override string Summary => $"The gradient of {Classes} codes of {Features} features is added to dw.";

    public override IReadOnlyList<string> Operands => ["x", "w", "dy", "dw"];

    public override KernelRange Range => KernelRange.Units;

    public override int PanelChannels => Classes;
}
