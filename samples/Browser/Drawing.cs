namespace BrowserSample;

/// <summary>
/// A drawing as MNIST's digits are: scaled to 20×20 with its proportions kept, each pixel the mean of what it covers, and put into 28×28
/// with the centre of mass in the middle.
/// </summary>
internal sealed class Drawing
{
    /// <summary>Rows and columns of the page's canvas as it is read.</summary>
    public const int Side = 140;

    /// <summary>Rows and columns of a digit.</summary>
    public const int DigitSide = 28;

    private const int BoxSide = 20;
    private readonly float[] _box = new float[BoxSide * BoxSide];

    /// <summary>How much ink is on each pixel, 0 to 255, row by row.</summary>
    public byte[] Ink { get; } = new byte[Side * Side];

    /// <summary>Writes the digit, 0 to 1; false, and nothing written, where the drawing is empty.</summary>
    public bool TryRead(Span<float> digit)
    {
        if (!TryFindInk(out int top, out int left, out int height, out int width))
        {
            return false;
        }

        float scale = (float)BoxSide / Math.Max(height, width);
        int rows = Math.Max(1, (int)MathF.Round(height * scale)), columns = Math.Max(1, (int)MathF.Round(width * scale));
        float mass = 0, centreRow = 0, centreColumn = 0;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                float value = Mean(
                    top + row * height / rows, top + Math.Max((row + 1) * height / rows, row * height / rows + 1),
                    left + column * width / columns, left + Math.Max((column + 1) * width / columns, column * width / columns + 1));
                _box[row * BoxSide + column] = value;
                mass += value;
                centreRow += value * (row + 0.5f);
                centreColumn += value * (column + 0.5f);
            }
        }

        int down = Place(centreRow / mass, rows), right = Place(centreColumn / mass, columns);
        digit.Clear();
        for (int row = 0; row < rows; row++)
        {
            _box.AsSpan(row * BoxSide, columns).CopyTo(digit[((row + down) * DigitSide + right)..]);
        }

        return true;
    }

    /// <summary>Where a box of a length begins, so that its centre is in the middle and all of it is inside.</summary>
    private static int Place(float centre, int length) => Math.Clamp((int)MathF.Round(DigitSide / 2f - centre), 0, DigitSide - length);

    private bool TryFindInk(out int top, out int left, out int height, out int width)
    {
        top = left = Side;
        int bottom = -1, right = -1;
        for (int i = 0; i < Ink.Length; i++)
        {
            if (Ink[i] > 0)
            {
                (int row, int column) = Math.DivRem(i, Side);
                (top, bottom) = (Math.Min(top, row), Math.Max(bottom, row));
                (left, right) = (Math.Min(left, column), Math.Max(right, column));
            }
        }

        (height, width) = (bottom - top + 1, right - left + 1);
        return bottom >= 0;
    }

    private float Mean(int top, int bottom, int left, int right)
    {
        int sum = 0;
        for (int row = top; row < bottom; row++)
        {
            foreach (byte ink in Ink.AsSpan(row * Side + left, right - left))
            {
                sum += ink;
            }
        }

        return sum / (255f * (bottom - top) * (right - left));
    }
}
