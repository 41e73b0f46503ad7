using System.Numerics;
using System.Runtime.InteropServices;
using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>out = (in - mean) / std, with a mean and a standard deviation for each channel.</summary>
public sealed record Normalize : Transform
{
    private readonly float[] _mean;
    private readonly float[] _std;

    /// <summary>The same for all channels.</summary>
    public Normalize(float mean, float std)
        : this([mean], [std])
    {
    }

    /// <summary>One of each for every channel, or one for all.</summary>
    public Normalize(IReadOnlyList<float> mean, IReadOnlyList<float> std)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(std);
        (_mean, _std) = ([.. mean], [.. std]);
        if (_mean.Length != _std.Length || _mean.Length == 0 || _std.Any(value => !(value > 0)))
        {
            throw new ArgumentException(
                $"Normalize: expected as many positive deviations as means, found {Text(_std)} for {Text(_mean)}");
        }
    }

    /// <summary>The mean of each channel, or of all.</summary>
    public IReadOnlyList<float> Mean => _mean;

    /// <summary>The standard deviation of each channel, or of all.</summary>
    public IReadOnlyList<float> Std => _std;

    /// <inheritdoc/>
    public override ImageShape OutputShape(ImageShape input) => _mean.Length == 1 || _mean.Length == input.Channels
        ? input
        : throw new ArgumentException($"Normalize: expected {input.Channels} means for images of {input}, found {_mean.Length}");

    /// <inheritdoc/>
    public override void Apply(Sample sample, ref RandomSource random)
    {
        for (int channel = 0; channel < sample.Shape.Channels; channel++)
        {
            int at = channel % _mean.Length;
            Apply(sample.Pixels.Slice(channel * sample.Shape.Pixels, sample.Shape.Pixels), _mean[at], _std[at]);
        }
    }

    /// <inheritdoc/>
    public bool Equals(Normalize? other) => other is not null && _mean.SequenceEqual(other._mean) && _std.SequenceEqual(other._std);

    /// <inheritdoc/>
    public override int GetHashCode() => _mean.Concat(_std).Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => $"Normalize {{ Mean = {Text(_mean)}, Std = {Text(_std)} }}";

    private static void Apply(Span<float> pixels, float mean, float std)
    {
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(pixels);
        foreach (ref Vector<float> vector in vectors)
        {
            vector = (vector - new Vector<float>(mean)) / new Vector<float>(std);
        }

        foreach (ref float pixel in pixels[(vectors.Length * Vector<float>.Count)..])
        {
            pixel = (pixel - mean) / std;
        }
    }

    private static string Text(float[] values) =>
        string.Join(", ", values.Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
