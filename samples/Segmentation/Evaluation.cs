using SegmentationSample.Drawing;

namespace SegmentationSample;

/// <summary>Runs a network over images that it was not trained on and measures how well the masks match.</summary>
public sealed class Evaluation
{
    private readonly float[] _scores;
    private readonly int[] _predicted;
    private readonly double[] _overlaps = new double[ShapeClasses.Count];

    /// <summary>An evaluation on the given images.</summary>
    public Evaluation(ShapeImages images)
    {
        Images = images;
        _scores = new float[images.Count * UNet.OutputLength];
        _predicted = new int[images.Masks.Length];
    }

    /// <summary>The images.</summary>
    public ShapeImages Images { get; }

    /// <summary>The predicted class of each pixel of each image.</summary>
    public ReadOnlySpan<int> Predicted => _predicted;

    /// <summary>Intersection over union of each class: pixels that both masks give it, by pixels that either gives it.</summary>
    public IReadOnlyList<double> Overlaps => _overlaps;

    /// <summary>Predicts all images; returns the mean intersection over union of the classes.</summary>
    public double Run(UNet network)
    {
        network.PredictBatch(Images.Images, _scores);
        for (int pixel = 0; pixel < _predicted.Length; pixel++)
        {
            (int image, int place) = Math.DivRem(pixel, ShapeScene.Pixels);
            _predicted[pixel] = HighestScore(image * UNet.OutputLength + place);
        }

        Measure();
        return _overlaps.Average();
    }

    /// <summary>The class with the highest score of a pixel; the scores of each class are an image of their own.</summary>
    private int HighestScore(int place)
    {
        int best = 0;
        for (int c = 1; c < ShapeClasses.Count; c++)
        {
            best = _scores[place + c * ShapeScene.Pixels] > _scores[place + best * ShapeScene.Pixels] ? c : best;
        }

        return best;
    }

    private void Measure()
    {
        Span<int> both = stackalloc int[ShapeClasses.Count];
        Span<int> sum = stackalloc int[ShapeClasses.Count];
        var truth = Images.Masks;
        for (int pixel = 0; pixel < truth.Length; pixel++)
        {
            sum[truth[pixel]]++;
            sum[_predicted[pixel]]++;
            both[truth[pixel]] += truth[pixel] == _predicted[pixel] ? 1 : 0;
        }

        for (int c = 0; c < ShapeClasses.Count; c++)
        {
            _overlaps[c] = sum[c] == 0 ? 1 : (double)both[c] / (sum[c] - both[c]);
        }
    }
}
