namespace CnnGen;

/// <summary>The middle of C×H×W. Where the margin is odd, the top or left loses one row or column less.</summary>
/// <param name="height">Rows of the output, at least 1 (CNN101).</param>
/// <param name="width">Columns of the output, at least 1 (CNN101).</param>
/// <remarks>
/// C×H×W becomes C×height×width; H and W must not be less (CNN212). In PyTorch: <c>torchvision.transforms.CenterCrop((height,
/// width))</c>, and <c>torch.nn</c> has none.
/// </remarks>
public sealed class CenterCrop2dAttribute(int height, int width) : LayerAttribute
{
    /// <summary>Rows of the output.</summary>
    public int Height { get; } = height;

    /// <summary>Columns of the output.</summary>
    public int Width { get; } = width;
}
