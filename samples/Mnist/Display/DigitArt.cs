using System.Text;

namespace MnistSample.Display;

/// <summary>Draws 28×28 images with half blocks, two image pixels wide and four high per character, or with ASCII.</summary>
public static class DigitArt
{
    private const int Size = 28;
    private const int Columns = Size / 2;
    private const int Rows = Size / 4;
    private const string Shades = " .:-=+*#%@";
    private static readonly bool HasBlocks = Console.OutputEncoding.WebName is "utf-8" or "utf-16";

    /// <summary>Pictures beside one another, each under its caption.</summary>
    /// <param name="images">Grey values 0 to 255, row by row.</param>
    /// <param name="captions">One for each image.</param>
    public static string Draw(IReadOnlyList<byte[]> images, IReadOnlyList<string> captions)
    {
        int width = Math.Max(Columns, captions.Max(caption => caption.Length));
        var text = new StringBuilder();
        AppendLine(captions);
        for (int row = 0; row < Rows; row++)
        {
            AppendLine(images.Select(image => Line(image, row)));
        }

        return text.ToString();

        void AppendLine(IEnumerable<string> cells) =>
            text.Append(string.Join("  ", cells.Select(cell => cell.PadRight(width))).TrimEnd()).Append('\n');
    }

    private static string Line(byte[] image, int row) => string.Create(Columns, (image, row), static (line, state) =>
    {
        for (int column = 0; column < Columns; column++)
        {
            int upper = Cell(state.image, 4 * state.row, 2 * column);
            int lower = Cell(state.image, 4 * state.row + 2, 2 * column);
            line[column] = HasBlocks ? Block(upper > 90, lower > 90) : Shades[(upper + lower) * Shades.Length / 512];
        }
    });

    private static char Block(bool upper, bool lower) => (upper, lower) switch
    {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        _ => ' ',
    };

    /// <summary>The mean of 2×2 pixels.</summary>
    private static int Cell(byte[] image, int y, int x)
    {
        int at = y * Size + x;
        return (image[at] + image[at + 1] + image[at + Size] + image[at + Size + 1]) / 4;
    }
}
