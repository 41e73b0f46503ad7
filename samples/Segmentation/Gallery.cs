using CnnGen.Samples.Imaging;
using SegmentationSample.Drawing;

namespace SegmentationSample;

/// <summary>A picture with a row for each image: the image, its true mask, the predicted mask.</summary>
public static class Gallery
{
    private const int Rows = 6;
    private const int Scale = 2;
    private const int Tile = ShapeScene.Size * Scale;
    private const int Gap = 8;
    private const int Step = Tile + Gap;
    private const int Header = PixelFont.Height * Scale + Gap;

    private static readonly Rgb Paper = new(255, 255, 255);
    private static readonly Rgb Ink = new(40, 40, 40);
    private static readonly Rgb[] ClassColors = [new(60, 60, 70), new(86, 180, 233), new(230, 159, 0), new(0, 158, 115)];

    /// <summary>Draws the first images of an evaluation.</summary>
    public static void Save(string path, Evaluation evaluation)
    {
        int rows = Math.Min(Rows, evaluation.Images.Count);
        var canvas = new Canvas(3 * Step + Gap, rows * Step + Gap + Header, Paper);
        string[] titles = ["input", "truth", "prediction"];
        for (int column = 0; column < titles.Length; column++)
        {
            int margin = (Tile - PixelFont.Measure(titles[column]) * Scale) / 2;
            canvas.Text(Gap + column * Step + margin, Gap, titles[column], Scale, Ink);
        }

        for (int image = 0; image < rows; image++)
        {
            DrawTile(canvas, image, 0, pixel => Color(evaluation.Images.Images, image, pixel));
            DrawTile(canvas, image, 1, pixel => ClassColors[evaluation.Images.Masks[image * ShapeScene.Pixels + pixel]]);
            DrawTile(canvas, image, 2, pixel => ClassColors[evaluation.Predicted[image * ShapeScene.Pixels + pixel]]);
        }

        canvas.Save(path);
    }

    private static void DrawTile(Canvas canvas, int row, int column, Func<int, Rgb> color)
    {
        for (int pixel = 0; pixel < ShapeScene.Pixels; pixel++)
        {
            (int y, int x) = Math.DivRem(pixel, ShapeScene.Size);
            canvas.Fill(Gap + column * Step + x * Scale, Gap + Header + row * Step + y * Scale, Scale, Scale, color(pixel));
        }
    }

    private static Rgb Color(ReadOnlySpan<float> images, int image, int pixel)
    {
        var values = images.Slice(image * ShapeScene.ImageLength, ShapeScene.ImageLength);
        return Rgb.From(values[pixel], values[pixel + ShapeScene.Pixels], values[pixel + 2 * ShapeScene.Pixels]);
    }
}
