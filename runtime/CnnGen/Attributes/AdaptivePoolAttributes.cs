namespace CnnGen;

/// <summary>
/// The mean of each cell of a grid over the input: row i of h covers input rows ⌊i·H/h⌋ to ⌈(i + 1)·H/h⌉ (excluded).
/// </summary>
/// <remarks>C×H×W becomes C×height×width. In PyTorch: <c>torch.nn.AdaptiveAvgPool2d(output_size)</c>.</remarks>
public sealed class AdaptiveAvgPool2dAttribute : LayerAttribute
{
    /// <summary>A grid of its own height and width.</summary>
    /// <param name="height">Rows of the output, at least 1 (CNN101).</param>
    /// <param name="width">Columns of the output, at least 1 (CNN101).</param>
    public AdaptiveAvgPool2dAttribute(int height, int width) => (Height, Width) = (height, width);

    /// <summary>A square grid.</summary>
    /// <param name="size">Rows and columns of the output, at least 1 (CNN101).</param>
    public AdaptiveAvgPool2dAttribute(int size)
        : this(size, size)
    {
    }

    /// <summary>Rows of the output.</summary>
    public int Height { get; }

    /// <summary>Columns of the output.</summary>
    public int Width { get; }
}

/// <summary>The largest element of each cell of a grid over the input, as <see cref="AdaptiveAvgPool2dAttribute"/>.</summary>
/// <remarks>C×H×W becomes C×height×width. In PyTorch: <c>torch.nn.AdaptiveMaxPool2d(output_size)</c>.</remarks>
public sealed class AdaptiveMaxPool2dAttribute : LayerAttribute
{
    /// <summary>A grid of its own height and width.</summary>
    /// <param name="height">Rows of the output, at least 1 (CNN101).</param>
    /// <param name="width">Columns of the output, at least 1 (CNN101).</param>
    public AdaptiveMaxPool2dAttribute(int height, int width) => (Height, Width) = (height, width);

    /// <summary>A square grid.</summary>
    /// <param name="size">Rows and columns of the output, at least 1 (CNN101).</param>
    public AdaptiveMaxPool2dAttribute(int size)
        : this(size, size)
    {
    }

    /// <summary>Rows of the output.</summary>
    public int Height { get; }

    /// <summary>Columns of the output.</summary>
    public int Width { get; }
}
