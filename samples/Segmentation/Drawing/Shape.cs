namespace SegmentationSample.Drawing;

/// <summary>A disc, rectangle or triangle somewhere in an image, turned by some angle.</summary>
public sealed class Shape
{
    private readonly float _x;
    private readonly float _y;
    private readonly float _size;
    private readonly float _aspect;
    private readonly float _sine;
    private readonly float _cosine;

    /// <summary>A random shape; its middle lies in a square image of so many pixels.</summary>
    public Shape(Random random, int imageSize)
    {
        Class = random.Next(1, ShapeClasses.Count);
        (_x, _y) = (random.Between(0.15f, 0.85f) * imageSize, random.Between(0.15f, 0.85f) * imageSize);
        _size = random.Between(0.13f, 0.26f) * imageSize;
        _aspect = random.Between(0.5f, 0.85f);
        (_sine, _cosine) = MathF.SinCos(random.Between(0f, MathF.Tau));
    }

    /// <summary>Its class: 1 for a disc, 2 for a rectangle, 3 for a triangle.</summary>
    public int Class { get; }

    /// <summary>How far, in pixels, the point lies inside the shape's edge; negative outside.</summary>
    public float Depth(float x, float y)
    {
        (x, y) = (x - _x, y - _y);
        (x, y) = (_cosine * x + _sine * y, _cosine * y - _sine * x);
        return Class switch
        {
            ShapeClasses.Disc => _size - MathF.Sqrt(x * x + y * y),
            ShapeClasses.Rectangle => MathF.Min(_size - MathF.Abs(x), _size * _aspect - MathF.Abs(y)),
            _ => MathF.Min(0.6f * _size + y, 0.6f * _size - 0.5f * y - 0.866f * MathF.Abs(x)),
        };
    }
}
