namespace CnnGen;

/// <summary>Pads C×H×W. With <see cref="PaddingMode.Zeros"/> a negative number takes so many rows or columns off.</summary>
public sealed class Pad2dAttribute : LayerAttribute
{
    /// <summary>Alike on all sides.</summary>
    public Pad2dAttribute(int padding)
        : this(padding, padding, padding, padding)
    {
    }

    /// <summary>Each side by itself, in PyTorch's order.</summary>
    public Pad2dAttribute(int left, int right, int top, int bottom) => (Left, Right, Top, Bottom) = (left, right, top, bottom);

    /// <summary>Columns before the first.</summary>
    public int Left { get; }

    /// <summary>Columns after the last.</summary>
    public int Right { get; }

    /// <summary>Rows above the first.</summary>
    public int Top { get; }

    /// <summary>Rows below the last.</summary>
    public int Bottom { get; }

    /// <summary>What the padding holds; <see cref="PaddingMode.Zeros"/> by default.</summary>
    public PaddingMode PaddingMode { get; set; }
}
