namespace CnnGen;

/// <summary>The middle of C×H×W. Where the margin is odd, the top or left loses one row or column less.</summary>
public sealed class CenterCrop2dAttribute(int height, int width) : LayerAttribute
{
    /// <summary>Rows of the output.</summary>
    public int Height { get; } = height;

    /// <summary>Columns of the output.</summary>
    public int Width { get; } = width;
}
