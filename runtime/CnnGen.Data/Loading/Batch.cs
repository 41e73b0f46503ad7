namespace CnnGen.Data;

/// <summary>Samples that a trainer takes in one step. A loader uses its memory again: valid until the next batch is asked for.</summary>
public sealed class Batch
{
    private readonly float[] _images;
    private readonly int[] _labels;
    private readonly int[] _indices;
    private readonly float[] _targets;
    private readonly int _labelLength;
    private readonly int _classes;

    internal Batch(int capacity, ImageShape shape, int labelLength, int targetClasses)
    {
        (Shape, _labelLength, _classes) = (shape, labelLength, targetClasses);
        _images = new float[checked(capacity * shape.Length)];
        _labels = new int[checked(capacity * labelLength)];
        _targets = new float[checked(capacity * targetClasses)];
        _indices = new int[capacity];
    }

    /// <summary>The shape of each image.</summary>
    public ImageShape Shape { get; }

    /// <summary>How many samples there are; the last batch of an epoch may have fewer.</summary>
    public int Count { get; private set; }

    /// <summary>The number of the epoch.</summary>
    public int Epoch { get; private set; }

    /// <summary>The number of the batch in its epoch, from 0 on.</summary>
    public int Index { get; private set; }

    /// <summary>The samples' numbers in the data set.</summary>
    public ReadOnlySpan<int> Indices => _indices.AsSpan(0, Count);

    /// <summary>All images one after another.</summary>
    public Span<float> Images => _images.AsSpan(0, Count * Shape.Length);

    /// <summary>The class of each sample, or of each pixel of each sample.</summary>
    public Span<int> Labels => _labels.AsSpan(0, Count * _labelLength);

    /// <summary>Where the loader mixes samples: the share of each class in each sample; empty else.</summary>
    public Span<float> Targets => _targets.AsSpan(0, Count * _classes);

    /// <summary>One of the images.</summary>
    public Span<float> Image(int position) => Images.Slice(position * Shape.Length, Shape.Length);

    /// <summary>The class of one sample, or its mask.</summary>
    public Span<int> Label(int position) => Labels.Slice(position * _labelLength, _labelLength);

    /// <summary>The share of each class in one sample; empty where the loader mixes nothing.</summary>
    public Span<float> Target(int position) => Targets.Slice(position * _classes, _classes);

    /// <summary>Says which samples the batch will hold.</summary>
    internal void Begin(int epoch, int index, ReadOnlySpan<int> indices)
    {
        (Epoch, Index, Count) = (epoch, index, indices.Length);
        indices.CopyTo(_indices);
    }
}
