using SegmentationSample.Drawing;

namespace SegmentationSample;

/// <summary>A number of images behind one another, with their masks.</summary>
public sealed class ShapeImages(int count)
{
    private readonly float[] _images = new float[count * ShapeScene.ImageLength];
    private readonly int[] _masks = new int[count * ShapeScene.Pixels];

    /// <summary>How many there are.</summary>
    public int Count => count;

    /// <summary>All images.</summary>
    public ReadOnlySpan<float> Images => _images;

    /// <summary>The classes of all pixels.</summary>
    public ReadOnlySpan<int> Masks => _masks;

    /// <summary>Draws images with consecutive numbers.</summary>
    public ShapeImages Draw(int firstNumber)
    {
        for (int i = 0; i < count; i++)
        {
            ShapeScene.Draw(
                firstNumber + i,
                _images.AsSpan(i * ShapeScene.ImageLength, ShapeScene.ImageLength),
                _masks.AsSpan(i * ShapeScene.Pixels, ShapeScene.Pixels));
        }

        return this;
    }
}
