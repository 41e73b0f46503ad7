namespace CnnGen.Generator.Model;

/// <summary>What a layer computes, with every argument resolved. One record and one file per operator.</summary>
internal abstract record Operator;

/// <summary>A sliding window along one axis.</summary>
internal readonly record struct Window(int Kernel, int Stride, int Dilation, int PadBefore, int PadAfter)
{
    /// <summary>Input elements from the first to the last tap.</summary>
    public int Extent => Dilation * (Kernel - 1) + 1;

    /// <summary>With padding after the input up to the end of the last of <paramref name="outputs"/> windows.</summary>
    public Window Covering(int input, int outputs) =>
        this with { PadAfter = Math.Max(PadAfter, (outputs - 1) * Stride + Extent - input - PadBefore) };
}
