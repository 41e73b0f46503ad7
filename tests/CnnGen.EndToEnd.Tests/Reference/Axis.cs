namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>A sliding window along one axis: <c>ceiling</c> lets the last window reach beyond the padded input.</summary>
internal readonly record struct Axis(int Size, int Kernel, int Stride, int Dilation, int Before, int After, bool Ceiling)
{
    private int Extent => Dilation * (Kernel - 1) + 1;

    /// <summary>The number of windows: PyTorch's rule.</summary>
    public int Count
    {
        get
        {
            int free = Size + Before + After - Extent;
            if (!Ceiling)
            {
                return free / Stride + 1;
            }
            int count = (free + Stride - 1) / Stride + 1;
            return (count - 1) * Stride >= Size + Before ? count - 1 : count;
        }
    }

    /// <summary>The position that a tap reads; it may lie in the padding, below 0 or from <see cref="Size"/> on.</summary>
    public int Position(int window, int tap) => window * Stride + tap * Dilation - Before;

    public bool Inside(int position) => position >= 0 && position < Size;

    /// <summary>True for the input and its padding, false where only <c>Ceiling</c> reaches.</summary>
    public bool Padded(int position) => position >= -Before && position < Size + After;

    /// <summary>The input element that a padding mode shows at a position, or -1 for none (zero).</summary>
    public int Source(int position, PaddingMode mode)
    {
        if (Inside(position))
        {
            return position;
        }
        return mode switch
        {
            PaddingMode.Reflect => position < 0 ? -position : 2 * (Size - 1) - position,
            PaddingMode.Replicate => Math.Clamp(position, 0, Size - 1),
            PaddingMode.Circular => (position + Size) % Size,
            _ => -1,
        };
    }
}
