namespace CnnGen.Data;

/// <summary>One image on its way through the transforms, with its mask where it has one. Its memory is used again for the next.</summary>
public sealed class Sample
{
    private float[] _pixels = [];
    private float[] _nextPixels = [];
    private int[] _mask = [];
    private int[] _nextMask = [];
    private ImageShape _nextShape;

    internal Sample(bool hasMask) => HasMask = hasMask;

    /// <summary>The shape of the image as it is now.</summary>
    public ImageShape Shape { get; private set; }

    /// <summary>Whether each pixel has a label.</summary>
    public bool HasMask { get; }

    /// <summary>The image, channel by channel, row by row.</summary>
    public Span<float> Pixels => _pixels.AsSpan(0, Shape.Length);

    /// <summary>The class of each pixel, row by row; empty without a mask.</summary>
    public Span<int> Mask => _mask.AsSpan(0, HasMask ? Shape.Pixels : 0);

    /// <summary>Between <see cref="Begin"/> and <see cref="Commit"/>: the image to be written; what it holds is of no meaning.</summary>
    public Span<float> NextPixels => _nextPixels.AsSpan(0, _nextShape.Length);

    /// <summary>Between <see cref="Begin"/> and <see cref="Commit"/>: the mask to be written; empty without a mask.</summary>
    public Span<int> NextMask => _nextMask.AsSpan(0, HasMask ? _nextShape.Pixels : 0);

    /// <summary>Makes room for a changed image beside the image.</summary>
    public void Begin(ImageShape shape)
    {
        _nextShape = shape;
        Reserve(ref _nextPixels, shape.Length);
        Reserve(ref _nextMask, HasMask ? shape.Pixels : 0);
    }

    /// <summary>Puts the changed image, and mask, in place of the present one.</summary>
    public void Commit()
    {
        (_pixels, _nextPixels) = (_nextPixels, _pixels);
        (_mask, _nextMask) = (_nextMask, _mask);
        (Shape, _nextShape) = (_nextShape, Shape);
    }

    private static void Reserve<TElement>(ref TElement[] memory, int length)
    {
        if (memory.Length < length)
        {
            memory = new TElement[length];
        }
    }
}
