namespace CnnGen.Data;

/// <summary>MNIST and data sets in its form, such as Fashion-MNIST: four IDX files in a folder.</summary>
public static class Mnist
{
    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    /// <summary>
    /// Reads training and test images. Files may be gzipped, and named with a dot or a hyphen before <c>idx</c>:
    /// <c>train-images-idx3-ubyte</c>, <c>t10k-labels.idx1-ubyte.gz</c>.
    /// </summary>
    /// <exception cref="FileNotFoundException">One of the four files is not there.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or images and labels do not fit together.</exception>
    public static (ImageDataset Train, ImageDataset Test) Load(string folder) =>
        (LoadPart(folder, "train"), LoadPart(folder, "t10k"));

    private static ImageDataset LoadPart(string folder, string part)
    {
        string imagePath = Find(folder, $"{part}-images", "idx3-ubyte");
        string labelPath = Find(folder, $"{part}-labels", "idx1-ubyte");
        IdxArray images = IdxArray.Read(imagePath);
        IdxArray labels = IdxArray.Read(labelPath);
        if (images.Shape is not [int count, > 0 and int height, > 0 and int width])
        {
            throw new InvalidDataException($"'{imagePath}': expected count×height×width, found {string.Join('×', images.Shape)}");
        }

        if (labels.Shape is not [int labelCount] || labelCount != count)
        {
            throw new InvalidDataException($"'{labelPath}': expected {count} labels, found {string.Join('×', labels.Shape)}");
        }

        int wrong = labels.Values.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(Classes - 1));
        if (wrong >= 0)
        {
            throw new InvalidDataException(
                $"'{labelPath}': label {labels.Values[wrong]} at index {wrong}: expected 0 to {Classes - 1}");
        }

        return new ImageDataset(images.Values, Array.ConvertAll(labels.Values, label => (int)label), 1, height, width);
    }

    private static string Find(string folder, string stem, string type)
    {
        string[] names = [$"{stem}-{type}", $"{stem}.{type}", $"{stem}-{type}.gz", $"{stem}.{type}.gz"];
        return names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"'{folder}': expected one of {string.Join(", ", names)}, found none");
    }
}
