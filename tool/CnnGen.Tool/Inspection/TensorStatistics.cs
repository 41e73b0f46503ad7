using CnnGen.Formats;

namespace CnnGen.Tool.Inspection;

/// <summary>What the elements of a tensor are like.</summary>
/// <param name="Least">The smallest finite one.</param>
/// <param name="Most">The largest finite one.</param>
/// <param name="Mean">The mean of the finite ones.</param>
/// <param name="Deviation">Their standard deviation.</param>
/// <param name="Bins">How many lie in each of equal parts from the smallest to the largest.</param>
/// <param name="NotFinite">How many are NaN or infinite.</param>
internal sealed record TensorStatistics(double Least, double Most, double Mean, double Deviation, long[] Bins, long NotFinite)
{
    private const int BinCount = 40;

    /// <summary>Of a tensor of floating-point numbers.</summary>
    public static TensorStatistics Of(NamedTensor tensor)
    {
        float[] values = tensor.ToFloats();
        double least = double.PositiveInfinity, most = double.NegativeInfinity, sum = 0, squares = 0;
        long finite = 0;
        foreach (float value in values.Where(float.IsFinite))
        {
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
            sum += value;
            finite++;
        }

        double mean = finite > 0 ? sum / finite : 0;
        long[] bins = new long[BinCount];
        foreach (float value in values.Where(float.IsFinite))
        {
            squares += (value - mean) * (value - mean);
            double place = most > least ? (value - least) / (most - least) : 0.5;
            bins[Math.Min(BinCount - 1, (int)(place * BinCount))]++;
        }

        return finite > 0
            ? new(least, most, mean, Math.Sqrt(squares / finite), bins, values.Length - finite)
            : new(0, 0, 0, 0, bins, values.Length);
    }
}
