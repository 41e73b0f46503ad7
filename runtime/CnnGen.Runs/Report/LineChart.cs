using System.Globalization;
using System.Net;
using System.Text;

namespace CnnGen.Runs;

/// <summary>Lines over epochs as SVG.</summary>
internal static class LineChart
{
    private const int Width = 560;
    private const int Height = 300;
    private const int Left = 64;
    private const int Right = 12;
    private const int Top = 28;
    private const int Bottom = 36;

    public static string Draw(string title, IReadOnlyList<Series> series, bool isLogarithmic = false)
    {
        int epochs = series.Max(line => line.Values.Count);
        var across = new Axis([1, Math.Max(2, epochs)]);
        var up = new Axis(series.SelectMany(line => line.Values), isLogarithmic);
        var svg = new StringBuilder();
        Append($"""<svg viewBox="0 0 {Width} {Height}" role="img"><title>{title}</title>""");
        Append($"""<text x="{Left}" y="16" class="title">{title}</text>""");
        foreach (double tick in up.Ticks)
        {
            double y = Y(tick);
            Append($"""<line x1="{Left}" x2="{Width - Right}" y1="{y:0.#}" y2="{y:0.#}" class="grid"/>""");
            Append($"""<text x="{Left - 6}" y="{y + 4:0.#}" class="up">{Axis.Label(tick)}</text>""");
        }

        foreach (double tick in across.Ticks.Where(tick => tick == Math.Truncate(tick)))
        {
            Append($"""<text x="{X(tick):0.#}" y="{Height - Bottom + 16}" class="across">{Axis.Label(tick)}</text>""");
        }

        Append($"""<text x="{(Left + Width - Right) / 2}" y="{Height - 4}" class="across">epoch</text>""");
        foreach (Series line in series)
        {
            Append($"""<path d="{Path(line)}" stroke="{line.Color}"><title>{WebUtility.HtmlEncode(line.Name)}</title></path>""");
        }

        svg.Append("</svg>");
        return svg.ToString();

        void Append(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

        double X(double epoch) => Left + across.Place(epoch) * (Width - Left - Right);

        double Y(double value) => Height - Bottom - up.Place(value) * (Height - Top - Bottom);

        string Path(Series line)
        {
            var path = new StringBuilder();
            bool isDown = false;
            for (int i = 0; i < line.Values.Count; i++)
            {
                double y = Y(line.Values[i]);
                if (double.IsFinite(y))
                {
                    path.Append(CultureInfo.InvariantCulture, $"{(isDown ? 'L' : 'M')}{X(i + 1):0.#} {y:0.#}");
                    if (line.Values.Count == 1)
                    {
                        path.Append("h2");
                    }
                }

                isDown = double.IsFinite(y);
            }

            return path.ToString();
        }
    }

    /// <summary>The names of a chart's lines in their colours.</summary>
    public static string Legend(IEnumerable<Series> series) => string.Concat(series.Select(line =>
        $"""<span class="key"><i style="background:{line.Color}"></i>{WebUtility.HtmlEncode(line.Name)}</span> """));
}
