using CnnGen.Images;

namespace Digits;

/// <summary>Recognises a digit in an image.</summary>
public sealed class DigitReader
{
    private const int Side = 28;
    private const float Mean = 0.1307f, Deviation = 0.3081f; // MNIST's, as in training

    private readonly LeNet5 _network = LeNet5.LoadEmbedded();
    private readonly ImageLoader _images = new(Side, Side) { Channels = 1 };

    /// <summary>The scores of the digits 0 to 9.</summary>
    /// <param name="image">A PNG or JPEG file, or 28 rows of 28 bytes, 0 for black to 255 for white; light on dark or dark on light.</param>
    /// <exception cref="InvalidDataException">It is neither.</exception>
    public float[] Read(ReadOnlySpan<byte> image)
    {
        float[] pixels = new float[LeNet5.InputLength];
        if (image.Length == pixels.Length)
        {
            for (int i = 0; i < pixels.Length; i++)
            {
                pixels[i] = image[i] / 255f;
            }
        }
        else
        {
            ReadFile(image, pixels);
        }

        Normalise(pixels);
        float[] scores = new float[LeNet5.OutputLength];
        _network.Predict(pixels, scores);
        return scores;
    }

    /// <summary>The likeliest digit, and how likely it is by softmax.</summary>
    public static (int Digit, float Probability) Best(float[] scores)
    {
        int digit = Array.IndexOf(scores, scores.Max());
        return (digit, 1 / scores.Sum(score => MathF.Exp(score - scores[digit])));
    }

    private void ReadFile(ReadOnlySpan<byte> image, float[] pixels)
    {
        try
        {
            _images.Read(image, pixels);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException(
                $"{exception.Message}; a raw image has {pixels.Length} bytes ({Side} rows of {Side}), this has {image.Length}", exception);
        }
    }

    /// <summary>The network has seen light digits on black alone. What the border shows is the background.</summary>
    private static void Normalise(float[] pixels)
    {
        float border = 0;
        for (int i = 0; i < Side; i++)
        {
            border += pixels[i] + pixels[Side * (Side - 1) + i] + pixels[Side * i] + pixels[Side * i + Side - 1];
        }

        bool isDarkOnLight = border > 2 * Side;
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = ((isDarkOnLight ? 1 - pixels[i] : pixels[i]) - Mean) / Deviation;
        }
    }
}
