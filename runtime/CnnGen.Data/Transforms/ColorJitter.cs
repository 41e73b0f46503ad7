using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>
/// Changes brightness, contrast, saturation and hue of images with values from 0 to 1, in random order. With a factor f that is uniform
/// from max(0, 1 - parameter) to 1 + parameter, and gray = 0.2989 r + 0.587 g + 0.114 b:
/// brightness f·x; contrast f·x + (1 - f)·(mean gray of the image); saturation f·x + (1 - f)·gray, all cut to 0 … 1. The hue is turned
/// by a share of the colour circle that is uniform from -Hue to Hue. Images of one channel are gray: they keep saturation and hue.
/// </summary>
/// <param name="Brightness">At least 0, which leaves it.</param>
/// <param name="Contrast">At least 0, which leaves it.</param>
/// <param name="Saturation">At least 0, which leaves it.</param>
/// <param name="Hue">From 0, which leaves it, to 0.5.</param>
public sealed record ColorJitter(double Brightness = 0, double Contrast = 0, double Saturation = 0, double Hue = 0) : Transform
{
    private const int Steps = 4;

    /// <inheritdoc/>
    public override ImageShape OutputShape(ImageShape input)
    {
        if (input.Channels is not (1 or 3))
        {
            throw new ArgumentException($"ColorJitter: expected images of 1 or 3 channels, found {input}");
        }

        return Brightness >= 0 && Contrast >= 0 && Saturation >= 0 && Hue is >= 0 and <= 0.5
            ? input
            : throw new ArgumentException($"ColorJitter: expected parameters from 0 on, the hue's to 0.5, found {this}");
    }

    /// <inheritdoc/>
    public override void Apply(Sample sample, ref RandomSource random)
    {
        Span<int> order = [0, 1, 2, 3];
        random.Shuffle(order);
        Span<float> factors = stackalloc float[Steps];
        factors[0] = Factor(ref random, Brightness);
        factors[1] = Factor(ref random, Contrast);
        factors[2] = Factor(ref random, Saturation);
        factors[3] = (float)((2 * random.NextSingle() - 1) * Hue);
        var colors = new Colors(sample.Pixels, sample.Shape);
        foreach (int step in order)
        {
            switch (step)
            {
                case 0 when Brightness > 0:
                    colors.ScaleBrightness(factors[step]);
                    break;
                case 1 when Contrast > 0:
                    colors.ScaleContrast(factors[step]);
                    break;
                case 2 when Saturation > 0:
                    colors.ScaleSaturation(factors[step]);
                    break;
                case 3 when Hue > 0:
                    colors.TurnHue(factors[step]);
                    break;
                default:
                    break;
            }
        }
    }

    private static float Factor(ref RandomSource random, double parameter)
    {
        double least = Math.Max(0, 1 - parameter);
        return (float)(least + (1 + parameter - least) * random.NextSingle());
    }
}
