namespace CnnGen.Generator.Model;

/// <summary>What a layer computes, with every argument resolved. One record and one file per operator.</summary>
/// <remarks>What passes and rules ask of any operator is a trait here; no record lists one, so that it stays out of the records' texts.</remarks>
internal abstract record Operator
{
    /// <summary>
    /// Each output element depends on the input element at its place, or on all of them alike: so their order does not matter.
    /// </summary>
    internal virtual bool IgnoresOrder => false;

    /// <summary>It reads all of its input, in whatever order that lies: its weights are packed in the same.</summary>
    internal virtual bool PacksForOrder => false;

    /// <summary>It adds a trained bias to each channel in the end.</summary>
    internal virtual bool HasBias => false;

    /// <summary>In Predict it multiplies each channel by a number and adds one, which a convolution before it can do.</summary>
    internal virtual bool CanFold => false;

    /// <summary>It can do so.</summary>
    internal virtual bool TakesFold => false;

    /// <summary>The parameters of the layer are its own; false for what lowering puts before an operator.</summary>
    internal virtual bool OwnsParameters => true;

    /// <summary>Its options, for tools that rebuild the network; none for what follows from kind, shapes and parameters.</summary>
    internal virtual void Describe(OptionText options)
    {
    }

    /// <summary>It passes its input on as it is.</summary>
    internal virtual bool IsIdentity(bool training) => false;
}

/// <summary>A sliding window along one axis.</summary>
internal readonly record struct Window(int Kernel, int Stride, int Dilation, int PadBefore, int PadAfter)
{
    /// <summary>Input elements from the first to the last tap.</summary>
    public int Extent => Dilation * (Kernel - 1) + 1;

    /// <summary>With padding after the input up to the end of the last of <paramref name="outputs"/> windows.</summary>
    public Window Covering(int input, int outputs) =>
        this with { PadAfter = Math.Max(PadAfter, (outputs - 1) * Stride + Extent - input - PadBefore) };
}
