using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CnnGen.Formats;
using static CnnGen.Tool.Inspection.Html.Markup;

namespace CnnGen.Tool.Inspection.Html;

/// <summary>The weights: a histogram and a few numbers for each tensor.</summary>
internal static class Histograms
{
    private const int Width = 160, Height = 22;

    public static XElement? Of(IReadOnlyList<NamedTensor> tensors) => tensors.Count == 0
        ? null
        : Section.Of(
            "weights", "Weights",
            "Histograms reach from the smallest element to the largest.",
            Section.Wide("Weights", Tag(
                "table",
                Tag("thead", Tag("tr", new[] { "tensor", "type", "shape", "histogram", "smallest#", "mean#", "deviation#", "largest#" }
                    .Select(Section.Title))),
                Tag("tbody", tensors.Select(Row)))));

    private static XElement Row(NamedTensor tensor)
    {
        object[] start =
        [
            Tag("th", With("scope", "row"), tensor.Name), Tag("td", $"{tensor.Type}"), Tag("td", Quantity.Shape(tensor.Shape)),
        ];
        if (!tensor.IsFloat || tensor.Count is 0 or > int.MaxValue)
        {
            return Tag("tr", start, Tag("td", With("colspan", 5), With("class", "quiet"), "no floating-point numbers"));
        }

        TensorStatistics statistics = TensorStatistics.Of(tensor);
        string odd = statistics.NotFinite > 0 ? $", {Quantity.Count(statistics.NotFinite)} not finite" : "";
        return Tag(
            "tr",
            start,
            Tag("td", Tag(
                "svg", With("class", "histogram"), With("width", Width), With("height", Height), With("role", "img"),
                With("aria-label", $"histogram of {tensor.Name}{odd}"), Tag("path", With("d", Bars(statistics.Bins)))), odd.TrimStart(',')),
            new[] { statistics.Least, statistics.Mean, statistics.Deviation, statistics.Most }
                .Select(value => Tag("td", With("class", "number"), value.ToString("G4", CultureInfo.InvariantCulture))));
    }

    private static string Bars(long[] bins)
    {
        double most = Math.Max(1, bins.Max()), width = (double)Width / bins.Length;
        var path = new StringBuilder();
        for (int i = 0; i < bins.Length; i++)
        {
            double height = bins[i] * (Height - 1) / most;
            if (bins[i] > 0)
            {
                path.Append('M').Append(Number(i * width)).Append(' ').Append(Number(Height))
                    .Append('v').Append(Number(-Math.Max(0.5, height))).Append('h').Append(Number(width - 0.5))
                    .Append('V').Append(Number(Height)).Append('z');
            }
        }

        return path.ToString();
    }
}
