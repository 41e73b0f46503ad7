using CnnGen.Data;

namespace CnnGen.Runs.Tests;

/// <summary>Has all that a checkpoint must keep: weights, running statistics, random masks.</summary>
[Network]
[Input(1, 8, 8)]
[Conv2d(6, 3, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2)]
[Flatten, Dropout(0.2), Linear(3)]
public sealed partial class StripeNetwork;

/// <summary>The same for masks.</summary>
[Network]
[Input(1, 8, 8)]
[Conv2d(6, 3, Padding = 1), ReLU]
[Conv2d(2, 3, Padding = 1)]
public sealed partial class MaskNetwork;

/// <summary>Noisy stripes: across, down, slanted.</summary>
internal static class Stripes
{
    public static readonly string[] Names = ["across", "down", "slanted <&>"];

    public static ArrayDataset Draw(int count, int seed)
    {
        var random = new Random(seed);
        float[] images = new float[count * 64];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % 3)];
        for (int i = 0; i < count; i++)
        {
            int phase = random.Next(4);
            for (int at = 0; at < 64; at++)
            {
                int place = (labels[i] switch { 0 => at / 8, 1 => at % 8, _ => at / 8 + at % 8 } + phase) % 4;
                images[i * 64 + at] = (place < 2 ? 0.7f : 0.3f) + 0.3f * (random.NextSingle() - 0.5f);
            }
        }

        return new ArrayDataset(images, labels, new ImageShape(1, 8, 8), Names);
    }

    /// <summary>Images whose bright pixels are to be found.</summary>
    public static ArrayDataset DrawMasks(int count, int seed)
    {
        var random = new Random(seed);
        float[] images = [.. Enumerable.Range(0, count * 64).Select(_ => random.NextSingle())];
        return new ArrayDataset(images, [.. images.Select(value => value > 0.6f ? 1 : 0)], new ImageShape(1, 8, 8), ["dark", "bright"]);
    }
}
