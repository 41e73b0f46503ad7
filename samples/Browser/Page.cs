using System.Runtime.InteropServices.JavaScript;

namespace BrowserSample;

/// <summary>What the page's script calls, and what it is told. Pixels and numbers pass in views of memory: nothing is copied twice.</summary>
internal static partial class Page
{
    private static readonly Drawing _drawing = new();
    private static readonly Reader _reader = new();
    private static readonly Lesson _lesson = new();
    private static readonly float[] _digit = new float[LeNet5.InputLength];
    private static readonly byte[] _picture = new byte[LeNet5.InputLength];
    private static readonly double[] _numbers = new double[10];

    /// <summary>Compiles the network's code by reading an empty digit.</summary>
    internal static void WarmUp() => _reader.Read(_digit);

    /// <summary>Reads what is drawn and shows the result; returns the milliseconds in the network, or −1 where nothing is drawn.</summary>
    [JSExport]
    internal static double Read()
    {
        if (!TryLook())
        {
            return -1;
        }

        double milliseconds = _reader.Read(_digit);
        ShowProbabilities(Numbers(_reader.Probabilities));
        ShowFeatures(_reader.Maps);
        if (_lesson.Count > 0)
        {
            _lesson.Read(_digit);
            ShowPupil(Numbers(_lesson.Probabilities));
        }

        return milliseconds;
    }

    /// <summary>Keeps what is drawn as an example of a digit; false where nothing is drawn.</summary>
    [JSExport]
    internal static bool Add(int label)
    {
        if (!TryLook())
        {
            return false;
        }

        _lesson.Add(_digit, label);
        for (int i = 0; i < _digit.Length; i++)
        {
            _picture[i] = (byte)(255 * _digit[i]);
        }

        ShowExample(_picture, label);
        return true;
    }

    /// <summary>Trains on the examples for some steps; returns the mean loss.</summary>
    [JSExport]
    internal static double Train(int steps)
    {
        double sum = 0;
        for (int i = 0; i < steps; i++)
        {
            sum += _lesson.Step();
        }

        return sum / steps;
    }

    [JSImport("readInk", "page")]
    private static partial void ReadInk([JSMarshalAs<JSType.MemoryView>] Span<byte> ink);

    [JSImport("showProbabilities", "page")]
    private static partial void ShowProbabilities([JSMarshalAs<JSType.MemoryView>] Span<double> probabilities);

    [JSImport("showFeatures", "page")]
    private static partial void ShowFeatures([JSMarshalAs<JSType.MemoryView>] Span<byte> maps);

    [JSImport("showPupil", "page")]
    private static partial void ShowPupil([JSMarshalAs<JSType.MemoryView>] Span<double> probabilities);

    [JSImport("showExample", "page")]
    private static partial void ShowExample([JSMarshalAs<JSType.MemoryView>] Span<byte> picture, int label);

    private static bool TryLook()
    {
        ReadInk(_drawing.Ink);
        return _drawing.TryRead(_digit);
    }

    private static Span<double> Numbers(float[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            _numbers[i] = values[i];
        }

        return _numbers;
    }
}
