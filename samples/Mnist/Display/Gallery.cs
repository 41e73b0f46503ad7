using CnnGen.Data;

namespace MnistSample.Display;

/// <summary>A few test images with their predictions: the first ones, then the first mistakes.</summary>
public static class Gallery
{
    private const int PerRow = 5;

    /// <summary>Shows them after a run of the evaluation.</summary>
    public static void Show(ImageDataset test, Evaluation evaluation)
    {
        IReadOnlyList<string> classNames = test.ClassNames;
        var all = Enumerable.Range(0, test.Count);
        Show("predicted", all.Take(PerRow));
        Show("mistaken (what it is)", all.Where(index => evaluation.Predicted(index) != test.Labels[index]).Take(PerRow));

        void Show(string title, IEnumerable<int> indices)
        {
            int[] chosen = [.. indices];
            if (chosen.Length > 0)
            {
                Console.WriteLine($"{title}:");
                Console.WriteLine(DigitArt.Draw([.. chosen.Select(index => test.Image(index).ToArray())], [.. chosen.Select(Caption)]));
            }
        }

        string Caption(int index)
        {
            int truth = test.Labels[index], predicted = evaluation.Predicted(index);
            return truth == predicted ? classNames[truth] : $"{classNames[predicted]} ({classNames[truth]})";
        }
    }
}
