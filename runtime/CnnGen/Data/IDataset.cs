namespace CnnGen.Data;

/// <summary>Numbered samples of one shape, which several threads may read at a time.</summary>
public interface IDataset
{
    /// <summary>The number of samples.</summary>
    int Count { get; }

    /// <summary>The shape of every image.</summary>
    ImageShape Shape { get; }

    /// <summary>The classes by name; a label is an index into them.</summary>
    IReadOnlyList<string> ClassNames { get; }

    /// <summary>Labels of a sample: 1 for its class, <see cref="ImageShape.Pixels"/> for a mask that gives each pixel's class.</summary>
    int LabelLength => 1;

    /// <summary>Writes an image: bytes as 0 to 1, floats as they are.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <param name="image"><see cref="ImageShape.Length"/> elements, channel by channel, row by row.</param>
    void ReadImage(int index, Span<float> image);

    /// <summary>Writes the labels of a sample; cheap, because samplers ask for all of them.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <param name="labels"><see cref="LabelLength"/> elements.</param>
    void ReadLabels(int index, Span<int> labels);
}
