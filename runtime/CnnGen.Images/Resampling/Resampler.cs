namespace CnnGen.Images.Resampling;

/// <summary>
/// Pillow's <c>Image.resize</c> with <c>BILINEAR</c>: along the rows, rounded to bytes, then along the columns, rounded again. Only what
/// is left after cropping is computed.
/// </summary>
internal sealed class Resampler
{
    private readonly Taps _horizontal = new();
    private readonly Taps _vertical = new();
    private byte[] _rows = [];
    private byte[] _result = [];
    private int[] _sums = [];

    /// <summary>The computed part, row by row; valid until the next call.</summary>
    /// <param name="pixels">All of the image.</param>
    /// <param name="channels">Bytes of a pixel.</param>
    /// <param name="rows">The vertical axis.</param>
    /// <param name="columns">The horizontal axis.</param>
    public ReadOnlySpan<byte> Run(ReadOnlySpan<byte> pixels, int channels, ResizeAxis rows, ResizeAxis columns)
    {
        _horizontal.Prepare(columns);
        _vertical.Prepare(rows);
        int stride = channels * columns.Count;
        (int begin, int end) = _vertical.Range(rows.Count);
        Grow(ref _rows, checked((end - begin) * stride));
        Grow(ref _result, checked(rows.Count * stride));
        Grow(ref _sums, stride);
        for (int y = begin; y < end; y++)
        {
            ReadOnlySpan<byte> from = pixels.Slice(y * channels * columns.From, channels * columns.From);
            Shrink(from, channels, columns.Count, _rows.AsSpan((y - begin) * stride, stride));
        }

        for (int y = 0; y < rows.Count; y++)
        {
            AddRows(_vertical[y], begin, stride, _result.AsSpan(y * stride, stride));
        }

        return _result.AsSpan(0, rows.Count * stride);
    }

    private void Shrink(ReadOnlySpan<byte> from, int channels, int count, Span<byte> to)
    {
        for (int x = 0; x < count; x++)
        {
            (int first, ReadOnlyMemory<int> weights) = _horizontal[x];
            ReadOnlySpan<int> w = weights.Span;
            for (int channel = 0; channel < channels; channel++)
            {
                int sum = 1 << (Taps.Precision - 1);
                int at = first * channels + channel;
                foreach (int weight in w)
                {
                    sum += from[at] * weight;
                    at += channels;
                }

                to[x * channels + channel] = Round(sum);
            }
        }
    }

    private void AddRows((int First, ReadOnlyMemory<int> Weights) taps, int begin, int stride, Span<byte> to)
    {
        Span<int> sums = _sums.AsSpan(0, stride);
        sums.Fill(1 << (Taps.Precision - 1));
        ReadOnlySpan<int> weights = taps.Weights.Span;
        for (int i = 0; i < weights.Length; i++)
        {
            ReadOnlySpan<byte> row = _rows.AsSpan((taps.First + i - begin) * stride, stride);
            int weight = weights[i];
            for (int x = 0; x < sums.Length; x++)
            {
                sums[x] += row[x] * weight;
            }
        }

        for (int x = 0; x < sums.Length; x++)
        {
            to[x] = Round(sums[x]);
        }
    }

    private static byte Round(int sum) => (byte)Math.Clamp(sum >> Taps.Precision, 0, byte.MaxValue);

    private static void Grow<T>(ref T[] array, int length) => array = array.Length < length ? new T[length] : array;
}
