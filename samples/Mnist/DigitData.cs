using CnnGen.Data;

namespace MnistSample;

/// <summary>What the sample knows of its data beyond the files: the size, the normalisation, the names of the classes.</summary>
public static class DigitData
{
    /// <summary>Mean of MNIST's training pixels, 1 being white.</summary>
    public const float Mean = 0.1307f;

    /// <summary>Standard deviation of MNIST's training pixels.</summary>
    public const float Deviation = 0.3081f;

    private static readonly int[] FashionTestLabels = [9, 2, 1, 1, 6, 1, 4, 6, 5, 7, 4, 5, 7, 3, 4, 1, 2, 4, 8, 0];

    private static readonly string[] Digits = [.. Enumerable.Range(0, Mnist.Classes).Select(digit => $"{digit}")];

    private static readonly string[] Clothes =
        ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot"];

    /// <summary>
    /// Reads training and test images and checks that they fit the network. Fashion-MNIST is known by its first test labels and gets the
    /// names of its classes.
    /// </summary>
    /// <exception cref="InvalidDataException">A file is damaged, empty, or its images have another size.</exception>
    public static (ImageDataset Train, ImageDataset Test) Load(string folder)
    {
        var (train, test) = Mnist.Load(folder);
        foreach (var part in (ImageDataset[])[train, test])
        {
            if (part.ImageLength != LeNet5.InputLength || part.Count == 0)
            {
                throw new InvalidDataException(
                    $"'{folder}': expected images of 28×28, but found {part.Count} of {part.Height}×{part.Width}.");
            }
        }

        string[] names = test.Labels.StartsWith(FashionTestLabels) ? Clothes : Digits;
        return (train.WithClassNames(names), test.WithClassNames(names));
    }
}
