using CnnGen.Images;

namespace CnnGen.Samples.Imaging;

/// <summary>A picture to draw on: rectangles, lines and text; what lies outside is cut off.</summary>
public sealed class Canvas(int width, int height, Rgb background)
{
    private readonly Rgb[] _pixels = [.. Enumerable.Repeat(background, width * height)];

    /// <summary>Fills a rectangle.</summary>
    public void Fill(int left, int top, int columns, int rows, Rgb color)
    {
        for (int y = Math.Max(0, top); y < Math.Min(height, top + rows); y++)
        {
            for (int x = Math.Max(0, left); x < Math.Min(width, left + columns); x++)
            {
                _pixels[y * width + x] = color;
            }
        }
    }

    /// <summary>Draws a line with round ends and smooth edges; from a point to itself it is a disc.</summary>
    public void Line((float X, float Y) from, (float X, float Y) to, float thickness, Rgb color)
    {
        float radius = thickness / 2;
        (float alongX, float alongY) = (to.X - from.X, to.Y - from.Y);
        float squaredLength = Math.Max(alongX * alongX + alongY * alongY, 1e-6f);
        int lastX = Math.Min(width - 1, (int)(Math.Max(from.X, to.X) + radius + 1));
        int lastY = Math.Min(height - 1, (int)(Math.Max(from.Y, to.Y) + radius + 1));
        for (int y = Math.Max(0, (int)(Math.Min(from.Y, to.Y) - radius - 1)); y <= lastY; y++)
        {
            for (int x = Math.Max(0, (int)(Math.Min(from.X, to.X) - radius - 1)); x <= lastX; x++)
            {
                float share = Math.Clamp(((x - from.X) * alongX + (y - from.Y) * alongY) / squaredLength, 0f, 1f);
                float distance = MathF.Sqrt(Square(x - from.X - share * alongX) + Square(y - from.Y - share * alongY));
                float cover = Math.Clamp(radius + 0.5f - distance, 0f, 1f);
                _pixels[y * width + x] = _pixels[y * width + x].Blend(color, cover);
            }
        }
    }

    /// <summary>Writes a line of text; see <see cref="PixelFont"/>.</summary>
    /// <param name="left">Where it begins.</param>
    /// <param name="top">Its upper edge.</param>
    /// <param name="text">Letters, digits, and a few signs.</param>
    /// <param name="scale">How many pixels wide a dot is.</param>
    /// <param name="color">Its colour.</param>
    public void Text(int left, int top, string text, int scale, Rgb color)
    {
        foreach (char character in text)
        {
            foreach (var (x, y) in PixelFont.Dots(character))
            {
                Fill(left + x * scale, top + y * scale, scale, scale, color);
            }

            left += PixelFont.Advance * scale;
        }
    }

    /// <summary>Writes the picture as PNG.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => ToImage().WritePng(path);

    /// <summary>The picture's pixels.</summary>
    public RgbImage ToImage() => new(height, width, [.. _pixels.SelectMany(pixel => (byte[])[pixel.Red, pixel.Green, pixel.Blue])]);

    private static float Square(float value) => value * value;
}
