using System.Globalization;
using System.Net;
using System.Text;
using CnnGen.Data;

namespace CnnGen.Runs;

/// <summary>Puts the page together, part by part.</summary>
internal sealed class ReportPage
{
    private static readonly string[] Colors = ["#0b6bcb", "#d1495b", "#2a9d55", "#b07aa1", "#e08f00", "#5b6770"];
    private readonly StringBuilder _html = new();

    /// <summary>What was trained, and what came out.</summary>
    public ReportPage Add(NetworkInfo network, RunResult result)
    {
        string end = result.End switch
        {
            RunEnd.Finished => "finished",
            RunEnd.StoppedEarly => "stopped early: it did not get better any more",
            RunEnd.Diverged => "diverged: the loss is no number any more",
            _ => "interrupted",
        };
        string time = RunDisplay.Time(result.Elapsed.TotalSeconds).Trim();
        Append($"<h1>{Encode(network.Name)}</h1><p>{result.History.Count} epochs in {time}, {end}.");
        if (result.BestEpoch > 0)
        {
            EpochRecord best = result.History[result.BestEpoch - 1];
            Append($" Best epoch: {best.Epoch}, accuracy {best.Accuracy:0.0000}, mean IoU {best.MeanOverlap:0.0000}, ");
            Append($"loss {best.ValidationLoss:0.0000}.");
        }

        Append($"</p>");
        return this;
    }

    /// <summary>Curves.</summary>
    public ReportPage Add(IReadOnlyList<EpochRecord> history, IReadOnlyList<string> layers)
    {
        if (history.Count == 0)
        {
            return this;
        }

        Append($"<h2>Curves</h2><div class=\"charts\">");
        Chart("Loss", [Of(0, "training", epoch => epoch.TrainingLoss), Of(1, "validation", epoch => epoch.ValidationLoss)]);
        Chart(
            "Validation",
            [
                Of(0, "accuracy", epoch => epoch.Accuracy), Of(1, "top 5", epoch => epoch.TopFive),
                Of(2, "mean IoU", epoch => epoch.MeanOverlap), Of(3, "mean recall", epoch => epoch.MeanRecall),
            ]);
        Chart("Learning rate", [Of(0, "learning rate", epoch => epoch.LearningRate)]);
        Chart("Norm of the gradient", [Of(0, "all parameters", epoch => epoch.GradientNorm)], isLogarithmic: true);
        Chart("Norm of the gradient by layer", [.. layers.Select(Layer)], isLogarithmic: true);
        Append($"</div>");
        return this;

        Series Of(int color, string name, Func<EpochRecord, double> value) => new(name, Colors[color], [.. history.Select(value)]);

        Series Layer(string name, int index) => new(
            name, Shade((double)index / Math.Max(1, layers.Count - 1)), [.. history.Select(epoch => epoch.LayerGradientNorms[index])]);
    }

    /// <summary>What was taken for what, and the worst samples.</summary>
    public ReportPage Add(Evaluation? evaluation, IDataset validation)
    {
        if (evaluation is null)
        {
            return this;
        }

        _html.Append("<h2>What was taken for what</h2>").Append(ConfusionTable.Draw(evaluation.Confusion));
        Append($"<h2>Worst-classified images</h2><div class=\"images\">");
        float[] image = new float[validation.Shape.Length];
        IReadOnlyList<string> names = evaluation.Confusion.ClassNames;
        foreach (Prediction prediction in evaluation.Worst)
        {
            validation.ReadImage(prediction.Index, image);
            string caption = prediction.Truth < 0 ? "" : $"{Encode(names[prediction.Truth])} → {Encode(names[prediction.Predicted])}<br>";
            Image(Bitmap.Encode(image, validation.Shape, 0, 1), $"{caption}{prediction.Loss:0.00} · #{prediction.Index}");
        }

        Append($"</div>");
        return this;
    }

    /// <summary>Filters.</summary>
    public ReportPage AddFilters((string Name, IReadOnlyList<string> Images)? filters)
    {
        if (filters is { } shown)
        {
            Append($"<h2>Filters of {Encode(shown.Name)}</h2><div class=\"images filters\">");
            foreach (string image in shown.Images)
            {
                Image(image, $"");
            }

            Append($"</div>");
        }

        return this;
    }

    /// <summary>The layers, and where it ran.</summary>
    public ReportPage AddSystem(NetworkInfo network)
    {
        Append($"<h2>Network</h2><pre>{Encode(network.ToString())}</pre><h2>System</h2><table class=\"facts\">");
        foreach ((string name, string value) in SystemFacts.Now)
        {
            Append($"<tr><th>{name}</th><td>{Encode(value)}</td></tr>");
        }

        Append($"</table>");
        return this;
    }

    /// <summary>The whole page.</summary>
    public override string ToString() => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Training report</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>{ReportStyle.Css}</style></head><body>
        {_html}</body></html>

        """;

    private void Chart(string title, IReadOnlyList<Series> series, bool isLogarithmic = false)
    {
        if (series.Count > 0)
        {
            _html.Append("<figure>").Append(LineChart.Draw(title, series, isLogarithmic))
                .Append("<figcaption>").Append(LineChart.Legend(series)).Append("</figcaption></figure>\n");
        }
    }

    private void Image(string source, FormattableString caption)
    {
        Append($"<figure><img src=\"{source}\" alt=\"\">");
        Append($"<figcaption>{caption.ToString(CultureInfo.InvariantCulture)}</figcaption></figure>");
    }

    /// <summary>From the input, blue, to the output, red.</summary>
    private static string Shade(double depth) => string.Create(CultureInfo.InvariantCulture, $"hsl({220 - 220 * depth:0} 70% 45%)");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private void Append(FormattableString text) => _html.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
