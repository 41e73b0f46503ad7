namespace CnnGen.Data;

/// <summary>Data sets in memory.</summary>
public static class DatasetMemory
{
    /// <summary>All samples as floats in memory: for files that are read again in every epoch.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="transform">What is done to each once, such as <see cref="Normalize"/>; nothing random, since that would stay.</param>
    /// <exception cref="ArgumentException">They are more floats than an array holds.</exception>
    public static ArrayDataset ToMemory(this IDataset data, Transform? transform = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        var options = new LoaderOptions { Sampler = Sampler.Sequential, Transform = transform, Threads = Environment.ProcessorCount };
        using var loader = new DataLoader(data, batchSize: 16, options);
        ImageShape shape = loader.Shape;
        int labelLength = data.LabelLength > 1 ? shape.Pixels : 1;
        long length = (long)data.Count * shape.Length;
        if (length > Array.MaxLength)
        {
            throw new ArgumentException($"expected at most {Array.MaxLength} floats, found {data.Count} images of {shape}");
        }

        float[] images = new float[length];
        int[] labels = new int[data.Count * labelLength];
        foreach (Batch batch in loader.Epoch(0))
        {
            int first = batch.Index * loader.BatchSize;
            batch.Images.CopyTo(images.AsSpan(first * shape.Length));
            batch.Labels.CopyTo(labels.AsSpan(first * labelLength));
        }

        return new ArrayDataset(images, labels, shape, data.ClassNames);
    }
}
