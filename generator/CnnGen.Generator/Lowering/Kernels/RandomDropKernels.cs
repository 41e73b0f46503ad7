namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>What becomes zero depends on the key and on random numbers that are counted through the batch.</summary>
internal abstract record RandomDropKernel(float Probability, Layout X, Layout Y) : Kernel
{
    /// <summary>Random numbers that a sample takes.</summary>
    public abstract int Draws { get; }

    public override IReadOnlyList<string> Operands => ["x", "y"];

    public override KernelRange Range => KernelRange.Random;
}

/// <summary>A random part of the elements becomes zero, the rest is scaled; the same key gives the same part again.</summary>
internal sealed record DropoutKernel(float Probability, Layout X, Layout Y) : RandomDropKernel(Probability, X, Y)
{
    public override string Name => $"Dropout_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary =>
        FormattableString.Invariant($"Drops each element with probability {Probability} and scales the rest.");

    public override int Draws => Y.Height * Y.Width * Y.ChannelStride;
}

/// <summary>The whole sample becomes zero, or all of it is scaled.</summary>
internal sealed record DropPathKernel(float Probability, Layout X, Layout Y) : RandomDropKernel(Probability, X, Y)
{
    public override string Name => $"DropPath_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary =>
        FormattableString.Invariant($"Drops the sample with probability {Probability} or else scales it.");

    public override int Draws => 1;
}
