namespace CnnGen;

/// <summary>Pads C×H×W. With <see cref="PaddingMode.Zeros"/> a negative number takes so many rows or columns off.</summary>
/// <remarks>
/// C×H×W becomes C×(H + top + bottom)×(W + left + right). In PyTorch: <c>torch.nn.ZeroPad2d</c>, <c>torch.nn.ReflectionPad2d</c>,
/// <c>torch.nn.ReplicationPad2d</c>, <c>torch.nn.CircularPad2d</c>.
/// </remarks>
public sealed class Pad2dAttribute : LayerAttribute
{
    /// <summary>Alike on all sides.</summary>
    /// <param name="padding">Rows and columns on each side. What must remain: CNN212; what a mode can reach: CNN206.</param>
    public Pad2dAttribute(int padding)
        : this(padding, padding, padding, padding)
    {
    }

    /// <summary>Each side by itself, in PyTorch's order.</summary>
    /// <param name="left">Columns before the first.</param>
    /// <param name="right">Columns after the last.</param>
    /// <param name="top">Rows above the first.</param>
    /// <param name="bottom">Rows below the last.</param>
    public Pad2dAttribute(int left, int right, int top, int bottom) => (Left, Right, Top, Bottom) = (left, right, top, bottom);

    /// <summary>Columns before the first.</summary>
    public int Left { get; }

    /// <summary>Columns after the last.</summary>
    public int Right { get; }

    /// <summary>Rows above the first.</summary>
    public int Top { get; }

    /// <summary>Rows below the last.</summary>
    public int Bottom { get; }

    /// <summary>What the padding holds; <see cref="PaddingMode.Zeros"/> by default. In PyTorch each has a layer of its own.</summary>
    public PaddingMode PaddingMode { get; set; }
}
