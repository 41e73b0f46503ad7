using System.Globalization;
using System.Net;
using System.Text;

namespace CnnGen.Runs;

/// <summary>The confusion matrix as a coloured table with recall, precision and overlap of each class.</summary>
internal static class ConfusionTable
{
    private const int MostNumbered = 30;

    public static string Draw(ConfusionMatrix matrix)
    {
        // A hundred classes are for the eye to scan: cells without numbers.
        int count = matrix.ClassNames.Count;
        bool hasNumbers = count <= MostNumbered;
        var html = new StringBuilder();
        Append($"<div class=\"wide\"><table class=\"confusion{(hasNumbers ? "" : " dense")}\"><tr><th>true \\ predicted</th>");
        for (int predicted = 0; predicted < count; predicted++)
        {
            Append($"<th>{(hasNumbers ? Name(predicted) : "")}</th>");
        }

        Append($"<th>recall</th><th>precision</th><th>IoU</th></tr>");
        for (int truth = 0; truth < count; truth++)
        {
            long all = Enumerable.Range(0, count).Sum(predicted => matrix[truth, predicted]);
            Append($"<tr><th>{Name(truth)}</th>");
            for (int predicted = 0; predicted < count; predicted++)
            {
                long cell = matrix[truth, predicted];
                double share = all == 0 ? 0 : (double)cell / all;
                string color = truth == predicted ? "42 157 85" : "209 73 91";
                string title = $"{Name(truth)} → {Name(predicted)}: {cell}";
                Append($"<td style=\"background:rgb({color} / {Math.Sqrt(share):0.##})\" title=\"{title}\">");
                Append($"{(hasNumbers && cell > 0 ? cell.ToString(CultureInfo.InvariantCulture) : "")}</td>");
            }

            Append($"<td>{matrix.Recall(truth):0.000}</td><td>{matrix.Precision(truth):0.000}</td>");
            Append($"<td>{matrix.Overlap(truth):0.000}</td></tr>");
        }

        Append($"</table></div><p>Accuracy {matrix.Accuracy:0.0000}, mean recall {matrix.MeanRecall:0.0000}, ");
        Append($"mean IoU {matrix.MeanOverlap:0.0000}.</p>");
        return html.ToString();

        string Name(int label) => WebUtility.HtmlEncode(matrix.ClassNames[label]);

        void Append(FormattableString text) => html.Append(text.ToString(CultureInfo.InvariantCulture));
    }
}
