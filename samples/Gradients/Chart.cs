using CnnGen.Samples.Imaging;

namespace GradientsSample;

/// <summary>The picture: the norm of each layer's gradient, on a logarithmic scale.</summary>
public sealed class Chart
{
    private const int Width = 900;
    private const int Height = 600;
    private const int Left = 110;
    private const int Right = 30;
    private const int Top = 60;
    private const int Bottom = 80;
    private const int TextScale = 2;
    private const int TextHeight = PixelFont.Height * TextScale;
    private const int LayersPerTick = 5;

    /// <summary>Most decades that fit with a label each.</summary>
    private const int MostLabels = 16;

    private static readonly Rgb Paper = new(255, 255, 255);
    private static readonly Rgb Ink = new(40, 40, 40);
    private static readonly Rgb GridColor = new(225, 225, 225);
    private static readonly Rgb PlainColor = new(213, 94, 0);
    private static readonly Rgb SkipColor = new(0, 114, 178);

    private readonly Canvas _canvas = new(Width, Height, Paper);
    private readonly int _layers;
    private readonly int _lowest;
    private readonly int _highest;

    private Chart(double[] plain, double[] skip)
    {
        _layers = plain.Length;
        double[] exponents = [.. plain.Concat(skip).Where(norm => norm > 0).Select(Math.Log10).DefaultIfEmpty(0)];
        _lowest = (int)Math.Floor(exponents.Min());
        _highest = Math.Max(_lowest + 1, (int)Math.Ceiling(exponents.Max()));
    }

    /// <summary>Draws both curves and writes the picture.</summary>
    public static void Save(string path, double[] plain, double[] skip)
    {
        var chart = new Chart(plain, skip);
        chart.DrawGrid();
        chart.DrawCurve(plain, PlainColor, "without skips", legend: 490);
        chart.DrawCurve(skip, SkipColor, "with skips", legend: 710);
        chart._canvas.Save(path);
    }

    private float X(int layer) => Left + (layer - 0.5f) * (Width - Left - Right) / _layers;

    private float Y(double exponent) =>
        Top + (float)((_highest - Math.Max(exponent, _lowest)) / (_highest - _lowest)) * (Height - Top - Bottom);

    private void DrawGrid()
    {
        _canvas.Text(Left, Top / 2 - TextHeight / 2, "norm of the gradient by layer", TextScale, Ink);
        int step = (_highest - _lowest + MostLabels - 1) / MostLabels;
        for (int exponent = _lowest; exponent <= _highest; exponent += step)
        {
            string label = $"1E{exponent}";
            int y = (int)Y(exponent);
            _canvas.Fill(Left, y, Width - Left - Right, 1, GridColor);
            _canvas.Text(Left - 12 - PixelFont.Measure(label) * TextScale, y - TextHeight / 2, label, TextScale, Ink);
        }

        for (int layer = 1; layer <= _layers; layer += layer == 1 ? LayersPerTick - 1 : LayersPerTick)
        {
            int x = (int)X(layer);
            _canvas.Fill(x, Height - Bottom, 2, 6, Ink);
            _canvas.Text(x - PixelFont.Measure($"{layer}") * TextScale / 2, Height - Bottom + 14, $"{layer}", TextScale, Ink);
        }

        _canvas.Fill(Left, Top, 2, Height - Top - Bottom, Ink);
        _canvas.Fill(Left, Height - Bottom, Width - Left - Right, 2, Ink);
        _canvas.Text(Left, Height - TextHeight - 14, "input", TextScale, Ink);
        _canvas.Text(Width - Right - PixelFont.Measure("loss") * TextScale, Height - TextHeight - 14, "loss", TextScale, Ink);
    }

    /// <summary>A curve, and its line in the legend, which begins at a column beside the title.</summary>
    private void DrawCurve(double[] norms, Rgb color, string name, int legend)
    {
        var points = norms.Select((norm, index) => (X: X(index + 1), Y: Y(Math.Log10(norm)))).ToArray();
        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            _canvas.Line(from, to, 2.5f, color);
        }

        foreach (var point in points)
        {
            _canvas.Line(point, point, 7, color);
        }

        _canvas.Line((legend, Top / 2), (legend + 24, Top / 2), 5, color);
        _canvas.Text(legend + 34, Top / 2 - TextHeight / 2, name, TextScale, Ink);
    }
}
