namespace CnnGen.Runs;

/// <summary>Reads the scores of one pixel after another from a network's output; a vector is one pixel.</summary>
internal sealed class ScoreReader
{
    private readonly int _classStride;
    private readonly int _pixelStride;
    private readonly bool _areProbabilities;

    public ScoreReader(TensorInfo output)
    {
        Classes = output.Shape[0];
        Pixels = output.Length / Classes;
        bool isInterleaved = output.Layout == TensorLayout.ChannelsLast && output.Shape.Count > 1;
        (_classStride, _pixelStride) = isInterleaved ? (1, Classes) : (Pixels, 1);
        _areProbabilities = output.Kind == "Softmax";
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of pixels.</summary>
    public int Pixels { get; }

    /// <summary>Compares a pixel's scores with its true class.</summary>
    public ScoreSummary Read(ReadOnlySpan<float> scores, int pixel, int truth)
    {
        ReadOnlySpan<float> own = scores[(pixel * _pixelStride)..];
        float score = own[truth * _classStride];
        int best = 0, rank = 0;
        for (int c = 0; c < Classes; c++)
        {
            float other = own[c * _classStride];
            best = other > own[best * _classStride] ? c : best;
            rank += other > score || (other == score && c < truth) ? 1 : 0;
        }

        return new ScoreSummary(best, rank, _areProbabilities ? -Math.Log(score) : LogSum(own, own[best * _classStride]) - score);
    }

    private double LogSum(ReadOnlySpan<float> own, double most)
    {
        double sum = 0;
        for (int c = 0; c < Classes; c++)
        {
            sum += Math.Exp(own[c * _classStride] - most);
        }

        return most + Math.Log(sum);
    }
}
