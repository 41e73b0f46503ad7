using CnnGen.Runtime;

namespace CnnGen.Data.Tests;

/// <summary>Transforms with chosen parameters against torchvision's numbers.</summary>
public sealed class TorchvisionTests
{
    [Fact]
    public void AffineEqualsTorchvision()
    {
        // Ranges of one point leave nothing to chance but the sign of the angle and of the shifts.
        float[] expected = Golden.Read("affine");
        float[] best = Enumerable.Range(0, 2000).Select(seed => Apply(
            new RandomAffine(30) { TranslateX = 1 / 9.0, TranslateY = 2 / 7.0, ScaleFrom = 1.25, ScaleTo = 1.25 }, seed)).MinBy(Distance)!;
        Assert.True(Distance(best) < 0.05f, $"off by {Distance(best)}");

        var inverse = InverseAffine.About(Golden.Shape, 30 * Math.PI / 180, 1, -2, 1.25);
        float[] image = Golden.Read("image");
        float[] result = new float[image.Length];
        new RandomAffine().Warp(image, result, Golden.Shape, inverse);
        Assert.True(Distance(result) < 1e-5f, $"off by {Distance(result)}");

        float Distance(float[] found) => found.Zip(expected, (a, b) => Math.Abs(a - b)).Max();
    }

    [Theory]
    [InlineData("brightness")]
    [InlineData("contrast")]
    [InlineData("saturation")]
    [InlineData("hue")]
    public void ColoursEqualTorchvision(string name)
    {
        float[] image = Golden.Read("image");
        var colors = new Colors(image, Golden.Shape);
        switch (name)
        {
            case "brightness":
                colors.ScaleBrightness(1.4f);
                break;
            case "contrast":
                colors.ScaleContrast(1.4f);
                break;
            case "saturation":
                colors.ScaleSaturation(0.3f);
                break;
            default:
                colors.TurnHue(-0.3f);
                break;
        }

        Assert.All(Golden.Read(name).Zip(image), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void JitterStaysInItsRangesAndUsesThem()
    {
        float[] gray = [.. Enumerable.Repeat(0.4f, Golden.Shape.Length)];
        float[] means = [.. Enumerable.Range(0, 1000).Select(seed => Apply(new ColorJitter(Brightness: 0.5), seed, gray)[0] / 0.4f)];
        Assert.InRange(means.Min(), 0.5f, 0.51f);
        Assert.InRange(means.Max(), 1.49f, 1.5f);
        Assert.InRange(means.Average(), 0.97f, 1.03f);

        // The weights of the three colours add up to 0.9999.
        Assert.Equal(gray, Apply(new ColorJitter(Saturation: 0.5, Hue: 0.5), 1, gray), (a, b) => Math.Abs(a - b) < 1e-4f);
        Assert.Throws<ArgumentException>(() => new ColorJitter(Hue: 0.6).OutputShape(Golden.Shape));
        Assert.Throws<ArgumentException>(() => new ColorJitter(0.1).OutputShape(new ImageShape(4, 2, 2)));
    }

    private static float[] Apply(Transform transform, int seed, float[]? image = null)
    {
        var sample = new Sample(hasMask: false);
        sample.Begin(Golden.Shape);
        (image ?? Golden.Read("image")).CopyTo(sample.NextPixels);
        sample.Commit();
        var random = new RandomSource(seed);
        transform.Apply(sample, ref random);
        return sample.Pixels.ToArray();
    }
}
