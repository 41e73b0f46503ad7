using CnnGen.Images.Resampling;

namespace CnnGen.Images;

/// <summary><c>ToTensor</c> and <c>Normalize</c>: a byte has 256 values, so each channel has a table.</summary>
internal static class Normalisation
{
    private const int Values = 256;

    /// <summary>What each value of each channel becomes.</summary>
    public static float[] Table(int channels, IReadOnlyList<float> mean, IReadOnlyList<float> std)
    {
        Check(nameof(ImageLoader.Mean), channels, mean);
        Check(nameof(ImageLoader.Std), channels, std);
        float[] table = new float[channels * Values];
        for (int i = 0; i < table.Length; i++)
        {
            int channel = i / Values;
            table[i] = (i % Values / 255f - mean[mean.Count == 1 ? 0 : channel]) / std[std.Count == 1 ? 0 : channel];
        }

        return table;
    }

    /// <summary>Writes the channels one behind another; black where the image is smaller than the result.</summary>
    public static void Write(ReadOnlySpan<byte> pixels, float[] table, CropAxis rows, CropAxis columns, Span<float> destination)
    {
        int channels = table.Length / Values;
        for (int channel = 0; channel < channels; channel++)
        {
            ReadOnlySpan<float> values = table.AsSpan(channel * Values, Values);
            Span<float> plane = destination.Slice(channel * rows.Length * columns.Length, rows.Length * columns.Length);
            if (rows.Count < rows.Length || columns.Count < columns.Length)
            {
                plane.Fill(values[0]);
            }

            for (int y = 0; y < rows.Count; y++)
            {
                ReadOnlySpan<byte> from = pixels.Slice(y * columns.Count * channels, columns.Count * channels);
                Span<float> to = plane.Slice((rows.Before + y) * columns.Length + columns.Before, columns.Count);
                for (int x = 0; x < to.Length; x++)
                {
                    to[x] = values[from[x * channels + channel]];
                }
            }
        }
    }

    private static void Check(string name, int channels, IReadOnlyList<float> values)
    {
        if (values.Count != channels && values.Count != 1)
        {
            throw new InvalidOperationException($"{name}: expected {channels} numbers, or one for all channels, found {values.Count}");
        }
    }
}
