using System.Numerics.Tensors;
using CnnGen.Images;

namespace CnnGen.Samples.ImageNet;

/// <summary>
/// PNG and JPEG photos as the model's input: the short side to 224 pixels, the centre 224×224, blue, green, red, less a mean image.
/// A reader serves one thread at a time.
/// </summary>
public sealed class PhotoReader
{
    /// <summary>Rows and columns of the input.</summary>
    public const int Size = 224;

    /// <summary>Elements of the input.</summary>
    public const int Length = 3 * Size * Size;

    private static readonly Lazy<float[]> Mean = new(() => MeanImage.Read(ImageNetModel.PreprocessingPath));

    private readonly ImageLoader _loader;

    /// <param name="maxPixels">The most pixels that a file may claim.</param>
    /// <exception cref="IOException">The mean image is not there.</exception>
    public PhotoReader(long maxPixels = ImageLoader.DefaultMaxPixels)
    {
        _ = Mean.Value;
        _loader = new ImageLoader(Size, Size)
        {
            Resize = ImageResize.ShortSide(Size),
            Std = [1 / 255f],
            UseOrientation = true,
            MaxPixels = maxPixels,
        };
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="input"><see cref="Length"/> elements.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no PNG or JPEG, is damaged or too large.</exception>
    public void Read(string path, Span<float> input)
    {
        _loader.Read(path, input);
        Finish(input);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <inheritdoc cref="Read(string, Span{float})"/>
    public void Read(ReadOnlySpan<byte> file, Span<float> input)
    {
        _loader.Read(file, input);
        Finish(input);
    }

    private static void Finish(Span<float> input)
    {
        const int plane = Size * Size;
        Span<float> red = input[..plane], blue = input[(2 * plane)..];
        for (int i = 0; i < plane; i++)
        {
            (red[i], blue[i]) = (blue[i], red[i]);
        }

        TensorPrimitives.Subtract(input, Mean.Value, input);
    }
}
