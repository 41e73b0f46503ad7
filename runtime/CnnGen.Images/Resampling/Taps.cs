namespace CnnGen.Images.Resampling;

/// <summary>
/// Which pixels of one axis each new pixel is a mean of, and their weights: a triangle as wide as a new pixel, at least as an old one. The
/// arithmetic is Pillow's, step by step, so that the last bit is the same.
/// </summary>
internal sealed class Taps
{
    /// <summary>Bits behind the point of a weight: eight are left for a pixel and two against overflow.</summary>
    public const int Precision = 32 - 8 - 2;

    private ResizeAxis _axis;
    private double[] _exact = [];
    private int[] _weights = [];
    private (int First, int Count)[] _ranges = [];
    private int _stride;

    /// <summary>Prepares for an axis; nothing is done if it is that of the image before.</summary>
    public void Prepare(ResizeAxis axis)
    {
        if (axis == _axis)
        {
            return;
        }

        double scale = (double)axis.From / axis.To;
        double reach = Math.Max(scale, 1);
        _stride = (int)Math.Ceiling(reach) * 2 + 1;
        Grow(ref _exact, _stride);
        Grow(ref _weights, checked(_stride * axis.Count));
        Grow(ref _ranges, axis.Count);
        for (int i = 0; i < axis.Count; i++)
        {
            double centre = (axis.Begin + i + 0.5) * scale;
            int first = Math.Max(0, (int)(centre - reach + 0.5));
            int count = Math.Min(axis.From, (int)(centre + reach + 0.5)) - first;
            _ranges[i] = (first, count);
            Weigh(centre, 1.0 / reach, first, _weights.AsSpan(i * _stride, count));
        }

        _axis = axis;
    }

    /// <summary>The first pixel and the weights of it and those behind it.</summary>
    public (int First, ReadOnlyMemory<int> Weights) this[int index] =>
        (_ranges[index].First, _weights.AsMemory(index * _stride, _ranges[index].Count));

    /// <summary>The first and the end of all that are read.</summary>
    public (int Begin, int End) Range(int count) => (_ranges[0].First, _ranges[count - 1].First + _ranges[count - 1].Count);

    private void Weigh(double centre, double factor, int first, Span<int> weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            double distance = Math.Abs((i + first - centre + 0.5) * factor);
            _exact[i] = distance < 1 ? 1 - distance : 0;
            sum += _exact[i];
        }

        for (int i = 0; i < weights.Length; i++)
        {
            double weight = sum == 0 ? _exact[i] : _exact[i] / sum;
            weights[i] = (int)(0.5 + weight * (1 << Precision));
        }
    }

    private static void Grow<T>(ref T[] array, int length) => array = array.Length < length ? new T[length] : array;
}
