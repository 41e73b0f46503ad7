namespace CnnGen.Samples.Imaging;

/// <summary>Capital letters, digits and a few signs out of dots, five wide and seven high.</summary>
public static class PixelFont
{
    /// <summary>Dots from one character to the next.</summary>
    public const int Advance = 6;

    /// <summary>Dots from the upper to the lower edge.</summary>
    public const int Height = 7;

    private const int Width = 5;
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./";

    /// <summary>Seven rows for each character; a row's five dots are the bits of a digit of base 32.</summary>
    private const string Rows =
        "EHJLPHE" + "4C4444E" + "EH1248V" + "V2421HE" + "26AIV22" + "VGU11HE" + "68GUHHE" + "V124888" + "EHHEHHE" + "EHHF12C" +
        "EHHVHHH" + "UHHUHHU" + "EHGGGHE" + "SIHHHIS" + "VGGUGGV" + "VGGUGGG" + "EHGNHHF" + "HHHVHHH" + "E44444E" + "72222IC" +
        "HIKOKIH" + "GGGGGGV" + "HRLLHHH" + "HHPLJHH" + "EHHHHHE" + "UHHUGGG" + "EHHHLID" + "UHHUKIH" + "FGGE11U" + "V444444" +
        "HHHHHHE" + "HHHHHA4" + "HHHLLLA" + "HHA4AHH" + "HHHA444" + "V1248GV" + "000V000" + "00000CC" + "01248G0";

    /// <summary>The dots of a character, from the upper left corner on; none if it is not in the font.</summary>
    public static IEnumerable<(int X, int Y)> Dots(char character)
    {
        int index = Characters.IndexOf(char.ToUpperInvariant(character), StringComparison.Ordinal);
        return
            from y in Enumerable.Range(0, index < 0 ? 0 : Height)
            from x in Enumerable.Range(0, Width)
            where (Digit(Rows[index * Height + y]) >> (Width - 1 - x) & 1) == 1
            select (x, y);
    }

    /// <summary>Dots that a text is wide.</summary>
    public static int Measure(string text) => text.Length * Advance - (Advance - Width);

    private static int Digit(char row) => row <= '9' ? row - '0' : row - 'A' + 10;
}
