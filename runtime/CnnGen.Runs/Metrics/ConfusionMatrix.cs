using System.Globalization;
using System.Text;

namespace CnnGen.Runs;

/// <summary>How often each true class was taken for each class: of samples, or of pixels.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[,] _counts;

    /// <summary>An empty table.</summary>
    public ConfusionMatrix(IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        ClassNames = classNames;
        _counts = new long[classNames.Count, classNames.Count];
    }

    /// <summary>The classes by name.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>How often a class was taken for another, or the same.</summary>
    public long this[int truth, int predicted] => _counts[truth, predicted];

    /// <summary>The number of predictions.</summary>
    public long Count => Classes.Sum(Truths);

    /// <summary>The share of predictions that are right; NaN without any.</summary>
    public double Accuracy => (double)Classes.Sum(label => _counts[label, label]) / Count;

    /// <summary>The mean of <see cref="Overlap"/> over the classes that are there or were predicted; NaN without any.</summary>
    public double MeanOverlap => Mean(Overlap);

    /// <summary>The mean of <see cref="Recall"/> over the classes that are there; NaN without any.</summary>
    public double MeanRecall => Mean(Recall);

    private IEnumerable<int> Classes => Enumerable.Range(0, ClassNames.Count);

    /// <summary>Counts one prediction.</summary>
    public void Add(int truth, int predicted) => _counts[truth, predicted]++;

    /// <summary>The share of a class that was recognised; NaN for a class that is not there.</summary>
    public double Recall(int label) => (double)_counts[label, label] / Truths(label);

    /// <summary>The share of the predictions of a class that are right; NaN for a class that was never predicted.</summary>
    public double Precision(int label) => (double)_counts[label, label] / Predictions(label);

    /// <summary>Intersection over union: what is a class and was recognised, by what is or was taken for it. NaN without either.</summary>
    public double Overlap(int label) => (double)_counts[label, label] / (Truths(label) + Predictions(label) - _counts[label, label]);

    /// <summary>The table: a row for each true class, a column for each prediction.</summary>
    public override string ToString()
    {
        int margin = ClassNames.Append("true").Max(name => name.Length);
        var text = new StringBuilder("true".PadRight(margin));
        foreach (string name in ClassNames)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name[..Math.Min(name.Length, 5)],6}");
        }

        foreach (int truth in Classes)
        {
            text.Append('\n').Append(ClassNames[truth].PadRight(margin));
            foreach (int predicted in Classes)
            {
                string count = _counts[truth, predicted] == 0 ? "." : _counts[truth, predicted].ToString(CultureInfo.InvariantCulture);
                text.Append(count.PadLeft(6));
            }
        }

        return text.ToString();
    }

    private long Truths(int label) => Classes.Sum(predicted => _counts[label, predicted]);

    private long Predictions(int label) => Classes.Sum(truth => _counts[truth, label]);

    private double Mean(Func<int, double> measure)
    {
        double[] values = [.. Classes.Select(measure).Where(value => !double.IsNaN(value))];
        return values.Length == 0 ? double.NaN : values.Average();
    }
}
