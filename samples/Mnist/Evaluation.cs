using CnnGen.Data;
using CnnGen.Runs;

namespace MnistSample;

/// <summary>Runs a network over the test set.</summary>
public sealed class Evaluation
{
    private readonly int[] _labels;
    private readonly IReadOnlyList<string> _classNames;
    private readonly float[] _images;
    private readonly float[] _scores;

    /// <summary>Normalises the images once.</summary>
    public Evaluation(ImageDataset test)
    {
        _labels = new int[test.Count];
        _classNames = test.ClassNames;
        _images = new float[test.Count * LeNet5.InputLength];
        _scores = new float[test.Count * LeNet5.OutputLength];
        test.CopyBatch([.. Enumerable.Range(0, test.Count)], _images, _labels, DigitData.Mean, DigitData.Deviation);
    }

    /// <summary>The scores of the last run, ten per image.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>The class with the highest score in the last run.</summary>
    public int Predicted(int index)
    {
        var scores = _scores.AsSpan(index * LeNet5.OutputLength, LeNet5.OutputLength);
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    /// <summary>Predicts the whole test set.</summary>
    public ConfusionMatrix Run(LeNet5 network)
    {
        network.PredictBatch(_images, _scores);
        var matrix = new ConfusionMatrix(_classNames);
        for (int i = 0; i < _labels.Length; i++)
        {
            matrix.Add(_labels[i], Predicted(i));
        }

        return matrix;
    }
}
