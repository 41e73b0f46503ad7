using System.Text;

namespace MnistSample.Display;

/// <summary>How often each true class was taken for each class.</summary>
public sealed class ConfusionMatrix(string[] classNames)
{
    private readonly int[,] _counts = new int[classNames.Length, classNames.Length];

    /// <summary>Counts one prediction.</summary>
    public void Add(int truth, int predicted) => _counts[truth, predicted]++;

    /// <summary>The share of predictions that are right.</summary>
    public double Accuracy
    {
        get
        {
            long right = 0, all = 0;
            for (int truth = 0; truth < classNames.Length; truth++)
            {
                right += _counts[truth, truth];
                for (int predicted = 0; predicted < classNames.Length; predicted++)
                {
                    all += _counts[truth, predicted];
                }
            }

            return (double)right / all;
        }
    }

    /// <summary>The table: a row for each true class, a column for each prediction.</summary>
    public override string ToString()
    {
        int margin = classNames.Max(name => name.Length);
        var text = new StringBuilder("true".PadRight(margin));
        for (int predicted = 0; predicted < classNames.Length; predicted++)
        {
            string name = classNames[predicted];
            text.Append($"{name[..Math.Min(name.Length, 5)],6}");
        }

        for (int truth = 0; truth < classNames.Length; truth++)
        {
            text.Append('\n').Append(classNames[truth].PadRight(margin));
            for (int predicted = 0; predicted < classNames.Length; predicted++)
            {
                int count = _counts[truth, predicted];
                text.Append(count == 0 ? $"{'.',6}" : $"{count,6}");
            }
        }

        return text.ToString();
    }
}
