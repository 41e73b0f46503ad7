using CnnGen.Images;

namespace Photos;

/// <summary>Images in folders, one per class, as the network reads them.</summary>
/// <param name="Classes">The folders' names, in the order of the network's scores.</param>
/// <param name="Pixels">One image after another.</param>
/// <param name="Labels">The class of each.</param>
public sealed record LabelledImages(string[] Classes, float[] Pixels, int[] Labels)
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png"];

    /// <summary>The shorter side becomes 64 pixels, of the longer one the middle counts; colours lie around 0.</summary>
    public static ImageLoader NewLoader() => new(64, 64) { Resize = ImageResize.ShortSide(64), Mean = [0.5f], Std = [0.25f] };

    /// <summary>Reads them all.</summary>
    /// <exception cref="InvalidDataException">The folders are not as many as the network has classes, or one is empty.</exception>
    public static LabelledImages Read(string folder)
    {
        string[] classes = [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)];
        if (classes.Length != Classifier.Classes)
        {
            throw new InvalidDataException(
                $"'{folder}' has {classes.Length} folders, but the network {Classifier.Classes} classes: change Classes in Classifier.cs");
        }

        string[][] files = [.. classes.Select(Images)];
        if (Array.FindIndex(files, images => images.Length == 0) is >= 0 and var empty)
        {
            throw new InvalidDataException($"'{classes[empty]}' has no images ({string.Join(", ", Extensions)})");
        }

        ImageLoader loader = NewLoader();
        float[] pixels = new float[files.Sum(images => images.Length) * loader.Length];
        int[] labels = [.. files.SelectMany((images, label) => images.Select(_ => label))];
        int next = 0;
        foreach (string file in files.SelectMany(images => images))
        {
            loader.Read(file, pixels.AsSpan(next++ * loader.Length, loader.Length));
        }

        return new([.. classes.Select(path => Path.GetFileName(path))], pixels, labels);
    }

    private static string[] Images(string folder) =>
    [
        .. Directory.GetFiles(folder)
            .Where(file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .Order(StringComparer.Ordinal),
    ];
}
