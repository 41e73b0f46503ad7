using CnnGen.Runs;
using CnnGen.Runtime;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace CnnGen.Reports;

/// <summary>A run's curves as PNG files, for papers and slides; <see cref="RunReport"/> shows them on a page.</summary>
public static class RunPlots
{
    private const int Width = 900;
    private const int Height = 540;

    /// <summary>
    /// Writes <c>loss.png</c>, <c>validation.png</c>, <c>learning-rate.png</c>, <c>gradients.png</c> (of each layer, on a logarithmic scale).
    /// </summary>
    /// <param name="folder">Made where it is missing.</param>
    /// <param name="history">The epochs, at least one.</param>
    /// <param name="layers">The layers' names, as in <see cref="RunLog.Layers"/>.</param>
    /// <returns>The files.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Save(string folder, IReadOnlyList<EpochRecord> history, IReadOnlyList<string> layers)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(layers);
        if (history.Count == 0)
        {
            throw new ArgumentException("expected at least one epoch, found none", nameof(history));
        }

        Directory.CreateDirectory(folder);
        return
        [
            Save("loss", "Loss", [("training", epoch => epoch.TrainingLoss), ("validation", epoch => epoch.ValidationLoss)]),
            Save(
                "validation",
                "Validation",
                [
                    ("accuracy", epoch => epoch.Accuracy), ("top 5", epoch => epoch.TopFive), ("mean IoU", epoch => epoch.MeanOverlap),
                    ("mean recall", epoch => epoch.MeanRecall),
                ]),
            Save("learning-rate", "Learning rate", [("learning rate", epoch => epoch.LearningRate)]),
            Save("gradients", "Norm of the gradient by layer, log₁₀", [.. layers.Select(Gradient)]),
        ];

        string Save(string name, string title, IReadOnlyList<(string Name, Func<EpochRecord, double> Value)> lines)
        {
            string path = Path.Combine(folder, $"{name}.png");
            byte[] image = Draw(title, history, lines);
            AtomicFile.Write(path, stream => stream.Write(image));
            return path;
        }

        static (string Name, Func<EpochRecord, double> Value) Gradient(string name, int index) =>
            (name, epoch => Math.Log10(epoch.LayerGradientNorms[index]));
    }

    private static byte[] Draw(
        string title, IReadOnlyList<EpochRecord> history, IReadOnlyList<(string Name, Func<EpochRecord, double> Value)> lines)
    {
        using var plot = new Plot();
        foreach ((string name, Func<EpochRecord, double> value) in lines)
        {
            // What is no number, such as the logarithm of a frozen layer's norm, is left out.
            EpochRecord[] shown = [.. history.Where(epoch => double.IsFinite(value(epoch)))];
            if (shown.Length > 0)
            {
                var line = plot.Add.Scatter(shown.Select(epoch => (double)epoch.Epoch).ToArray(), shown.Select(value).ToArray());
                (line.LegendText, line.MarkerSize) = (name, shown.Length > 1 ? 0 : 5);
            }
        }

        plot.Title(title);
        plot.XLabel("epoch");
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.Font.Automatic();
        if (lines.Count is > 1 and <= 24)
        {
            plot.ShowLegend(Edge.Right);
        }

        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }
}
