using CnnGen;
using CnnGen.Images;

namespace ImageFilters;

/// <summary>Filters one tile after another; each thread has its own, with its own network.</summary>
internal sealed class Tile<T>(T network, Action<Span<float>>? finish)
    where T : INetwork<T>
{
    private const int Channels = 3;
    private static readonly int InHeight = T.Info.Inputs[0].Shape[1];
    private static readonly int InWidth = T.Info.Inputs[0].Shape[2];

    private readonly float[] _input = new float[Channels * InHeight * InWidth];
    private readonly float[] _output = new float[Channels * Height * Width];
    private readonly int[] _columns = new int[InWidth];

    /// <summary>Rows of a tile.</summary>
    public static int Height { get; } = T.Info.Outputs[0].Shape[1];

    /// <summary>Pixels in a row of a tile.</summary>
    public static int Width { get; } = T.Info.Outputs[0].Shape[2];

    /// <summary>How far the network reads beyond the tile on each side.</summary>
    private static int Reach { get; } = (InHeight - Height) / 2;

    /// <summary>Filters the tile whose first pixel is given.</summary>
    public void Run(RgbImage picture, RgbImage result, int top, int left)
    {
        Load(picture, top - Reach, left - Reach);
        network.Predict(_input, _output);
        finish?.Invoke(_output);
        Store(result, top, left);
    }

    private void Load(RgbImage picture, int top, int left)
    {
        for (int x = 0; x < InWidth; x++)
        {
            _columns[x] = Channels * Mirror(left + x, picture.Width);
        }

        for (int y = 0; y < InHeight; y++)
        {
            var from = picture.Rgb.AsSpan(Channels * picture.Width * Mirror(top + y, picture.Height), Channels * picture.Width);
            var to = _input.AsSpan(Channels * InWidth * y, Channels * InWidth);
            foreach (int column in _columns)
            {
                (to[0], to[1], to[2]) = (from[column], from[column + 1], from[column + 2]);
                to = to[Channels..];
            }
        }
    }

    /// <summary>Rounds to bytes; of the last tiles only the part inside the picture.</summary>
    private void Store(RgbImage picture, int top, int left)
    {
        int rows = Math.Min(Height, picture.Height - top), columns = Math.Min(Width, picture.Width - left);
        for (int y = 0; y < rows; y++)
        {
            var from = _output.AsSpan(Channels * Width * y, Channels * columns);
            var to = picture.Rgb.AsSpan(Channels * ((top + y) * picture.Width + left), from.Length);
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = (byte)Math.Clamp((int)(from[i] + 0.5f), 0, 255);
            }
        }
    }

    /// <summary>Reflects a position at the first and the last pixel until it lies between them: … 2 1 0 1 2 …</summary>
    private static int Mirror(int position, int length)
    {
        while (position < 0 || position >= length)
        {
            position = length == 1 ? 0 : position < 0 ? -position : 2 * (length - 1) - position;
        }

        return position;
    }
}
