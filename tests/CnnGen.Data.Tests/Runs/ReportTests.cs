using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CnnGen.Data;

namespace CnnGen.Runs.Tests;

public sealed class ReportTests
{
    [Fact]
    public void PageHoldsAllParts()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("cnngen-report-").FullName, "bericht ä.html");
        RunReport.Write(path, new StripeNetwork(1), Result(5), Stripes.Draw(6, 1));
        string html = File.ReadAllText(path);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        foreach (string part in (string[])["Loss", "Learning rate", "Norm of the gradient by layer", "0.weight", "What was taken for what",
            "Worst-classified images", "Filters of 0.weight", "StripeNetwork", ".NET", "slanted &lt;&amp;&gt;"])
        {
            Assert.Contains(part, html);
        }

        Assert.DoesNotContain("<&>", html);
        Assert.Equal(2 + 6, Regex.Count(html, "<img src=\"data:image/bmp;base64,[A-Za-z0-9+/=]+\""));
        Assert.DoesNotContain("http", html.Replace("http-equiv", ""));
        string[] charts = [.. Regex.Matches(html, "<svg.*?</svg>", RegexOptions.Singleline).Select(match => match.Value)];
        Assert.Equal(5, charts.Length);
        Assert.All(charts, chart => Assert.DoesNotMatch("NaN|∞|Infinity", XElement.Parse(chart).ToString()));
    }

    [Fact]
    public void LineGoesThroughItsValuesAndLeavesGaps()
    {
        XElement svg = XElement.Parse(LineChart.Draw("t", [new Series("s", "red", [0, 10, double.NaN, 5, 10])]));
        string path = svg.Elements("path").Single().Attribute("d")!.Value;
        double[] numbers = [.. Regex.Matches(path, @"[\d.]+").Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

        // Four points: x grows evenly, y falls from the bottom (0) to the top (10).
        Assert.Equal(2, path.Count(c => c == 'M'));
        Assert.Equal(8, numbers.Length);
        Assert.Equal(numbers[3], numbers[7]);
        Assert.Equal((numbers[1] + numbers[3]) / 2, numbers[5], 0.11);
        Assert.Equal(3 * (numbers[2] - numbers[0]), numbers[4] - numbers[0], 0.3);
        Assert.True(numbers[1] > numbers[3]);
    }

    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(-3, 12, "0 5 10")]
    [InlineData(2.302, 2.303, "2.302 2.3022 2.3024 2.3026 2.3028 2.303")]
    [InlineData(7, 7, "6.6 6.8 7 7.2 7.4")]
    public void TicksAreRound(double from, double to, string expected) =>
        Assert.Equal(expected, string.Join(' ', new Axis([from, to]).Ticks.Select(Axis.Label)));

    [Fact]
    public void LogarithmicTicksAreDecades()
    {
        var axis = new Axis([0.002, double.NaN, 0, 30], isLogarithmic: true);
        Assert.Equal([0.01, 0.1, 1, 10], axis.Ticks.Select(tick => Math.Round(tick, 9)));
        Assert.Equal(0.5, axis.Place(Math.Sqrt(0.002 * 30)), 1e-9);
        Assert.False(double.IsFinite(axis.Place(0)));
        Assert.Equal([0.2, 0.4, 0.6], new Axis([0.15, 0.7], isLogarithmic: true).Ticks.Select(tick => Math.Round(tick, 9)));
        Assert.Equal(1, new Axis([]).Ticks[^1]);
    }

    [Fact]
    public void BitmapIsUpsideDownAndBlueFirst()
    {
        float[] image = [1, 0, 0, 0.5f, 0, 1, 0, 0, 0, 0, 0, 1];
        string text = Bitmap.Encode(image, new ImageShape(3, 2, 2), 0, 1);
        byte[] file = Convert.FromBase64String(text["data:image/bmp;base64,".Length..]);
        Assert.Equal(54 + 2 * 8, file.Length);
        Assert.Equal([0x42, 0x4D, 70, 0, 0, 0], file[..6]);

        // The lower row: black with no red; then half red and full blue.
        Assert.Equal([0, 0, 0, 255, 0, 128, 0, 0], file[54..62]);
        Assert.Equal([0, 0, 255, 0, 255, 0, 0, 0], file[62..70]);
    }

    private static RunResult Result(int epochs)
    {
        var confusion = new ConfusionMatrix(Stripes.Names);
        confusion.Add(0, 2);
        confusion.Add(1, 1);
        List<EpochRecord> history = [.. Enumerable.Range(1, epochs).Select(epoch => new EpochRecord(
            epoch, 10 * epoch, 0.1, 1.0 / epoch, epoch == 2 ? double.NaN : 1.2 / epoch, 0.5, 0.9, 0.3, 0.4, 1e-3 * epoch, 2)
        {
            LayerGradientNorms = [0.1 / epoch, 0],
        })];
        var evaluation = new Evaluation(confusion, 0.5, 1, [new Prediction(2, 2, 0, 7.5), new Prediction(1, 1, 2, double.NaN)]);
        return new RunResult(RunEnd.Finished, history, 3, "best.safetensors", evaluation);
    }
}
