using System.Globalization;
using System.Text;
using Digits;

const string Usage = """
    Recognises a digit: digits [--scores] <image>, or digits [--scores] < image
    The image is a PNG or JPEG file, or 28 rows of 28 bytes, 0 for black to 255 for white.
    """;
const int MaxBytes = 16 << 20;

string[] paths = [.. args.Where(argument => argument != "--scores")];
if (paths is ["-h" or "--help"] or { Length: > 1 } || (paths.Length == 0 && !Console.IsInputRedirected))
{
    Print(Console.OpenStandardError(), Usage);
    return paths is ["-h" or "--help"] ? 0 : 2;
}

try
{
    float[] scores = new DigitReader().Read(ReadInput(paths));
    (int digit, float probability) = DigitReader.Best(scores);
    Print(Console.OpenStandardOutput(), args.Length > paths.Length
        ? string.Join(' ', scores.Select(score => score.ToString("R", CultureInfo.InvariantCulture)))
        : string.Create(CultureInfo.InvariantCulture, $"{digit} {100 * probability:0.0} %"));
    return 0;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Print(Console.OpenStandardError(), exception.Message);
    return 1;
}

// Console.Out would look for the terminal's encoding, which takes longer than the prediction.
static void Print(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text + "\n"));

static byte[] ReadInput(string[] paths)
{
    using Stream stream = paths is [var path] ? File.OpenRead(path) : Console.OpenStandardInput();
    byte[] bytes = new byte[1 << 12];
    int length = 0;
    for (int read = 1; read > 0; length += read)
    {
        if (length > MaxBytes)
        {
            throw new InvalidDataException($"expected an image of at most {MaxBytes} bytes, found more");
        }

        if (length == bytes.Length)
        {
            Array.Resize(ref bytes, 2 * length);
        }

        read = stream.Read(bytes, length, bytes.Length - length);
    }

    return bytes[..length];
}
