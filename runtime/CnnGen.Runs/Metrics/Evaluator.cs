using CnnGen.Data;

namespace CnnGen.Runs;

/// <summary>Predicts the samples of a loader and counts what is right. Of several outputs the first one counts.</summary>
public sealed class Evaluator<T>
    where T : INetwork<T>
{
    private const int WorstShown = 32;
    private readonly DataLoader _loader;
    private readonly ScoreReader _reader;
    private readonly int _outputLength;
    private readonly float[] _scores;

    /// <summary>An evaluator on the samples of a loader, which best does not shuffle, change or mix them.</summary>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    public Evaluator(DataLoader loader)
    {
        ArgumentNullException.ThrowIfNull(loader);
        NetworkFit.Check(T.Info, loader);
        _loader = loader;
        _reader = new ScoreReader(T.Info.Outputs[0]);
        _outputLength = T.Info.Outputs.Sum(output => output.Length);
        _scores = new float[checked(loader.BatchSize * _outputLength)];
    }

    /// <summary>Predicts all samples of an epoch. Labels that are no class of the network do not count.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Evaluation Run(T network, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        var confusion = new ConfusionMatrix(NetworkFit.ClassNames(_loader.Data, _reader.Classes));
        var worst = new PriorityQueue<Prediction, double>();
        double loss = 0;
        long topFive = 0, count = 0;
        foreach (Batch batch in _loader.Epoch(0, cancellation: cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            network.PredictBatch(batch.Images, _scores.AsSpan(0, batch.Count * _outputLength));
            for (int i = 0; i < batch.Count; i++)
            {
                ReadOnlySpan<float> scores = _scores.AsSpan(i * _outputLength, _outputLength);
                double sampleLoss = 0;
                int counted = 0;
                for (int pixel = 0; pixel < batch.Label(i).Length; pixel++)
                {
                    int truth = batch.Label(i)[pixel];
                    if ((uint)truth < (uint)_reader.Classes)
                    {
                        ScoreSummary summary = _reader.Read(scores, pixel, truth);
                        confusion.Add(truth, summary.Predicted);
                        topFive += summary.Rank < 5 ? 1 : 0;
                        sampleLoss += summary.Loss;
                        counted++;
                    }
                }

                (loss, count) = (loss + sampleLoss, count + counted);
                if (counted > 0)
                {
                    Keep(worst, Describe(batch, i, scores, sampleLoss / counted));
                }
            }
        }

        IEnumerable<Prediction> shown = worst.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element);
        return new Evaluation(confusion, loss / count, (double)topFive / count, [.. shown]);
    }

    private Prediction Describe(Batch batch, int position, ReadOnlySpan<float> scores, double loss)
    {
        bool hasMask = batch.Label(position).Length > 1;
        int truth = hasMask ? -1 : batch.Label(position)[0];
        return new Prediction(batch.Indices[position], truth, hasMask ? -1 : _reader.Read(scores, 0, truth).Predicted, loss);
    }

    private static void Keep(PriorityQueue<Prediction, double> worst, Prediction prediction)
    {
        // NaN is worse than any number, and would be the smallest.
        double priority = double.IsNaN(prediction.Loss) ? double.PositiveInfinity : prediction.Loss;
        if (worst.Count < WorstShown)
        {
            worst.Enqueue(prediction, priority);
        }
        else
        {
            worst.EnqueueDequeue(prediction, priority);
        }
    }
}
