namespace CnnGen.Images;

/// <summary>To which size an image is brought before it is cropped: torchvision's <c>Resize</c>.</summary>
public readonly record struct ImageResize
{
    private readonly int _height;
    private readonly int _width;
    private readonly bool _isShortSide;

    private ImageResize(int height, int width, bool isShortSide) => (_height, _width, _isShortSide) = (height, width, isShortSide);

    /// <summary>The image as it is.</summary>
    public static ImageResize None => default;

    /// <summary><c>Resize(length)</c>: the shorter side gets this length, the other one keeps the ratio.</summary>
    /// <param name="length">Pixels, at least 1.</param>
    public static ImageResize ShortSide(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return new(length, length, isShortSide: true);
    }

    /// <summary><c>Resize((height, width))</c>: exactly this size, whatever the ratio was.</summary>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Pixels in a row, at least 1.</param>
    public static ImageResize To(int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return new(height, width, isShortSide: false);
    }

    /// <summary>The size of an image of this size afterwards.</summary>
    internal (int Height, int Width) Of(int height, int width) => this switch
    {
        { _height: 0 } => (height, width),
        { _isShortSide: false } => (_height, _width),
        _ when height < width => (_height, Longer(width, height)),
        _ => (Longer(height, width), _width),
    };

    /// <summary>As Python computes it, in double precision and rounded down.</summary>
    private int Longer(int longer, int shorter) => checked((int)((double)((long)_height * longer) / shorter));
}
