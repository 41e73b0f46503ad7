namespace CnnGen.Onnx.Translation;

/// <summary>How the axes of a model's input are understood.</summary>
internal enum InputReading
{
    /// <summary>Batch, channels, rows and columns.</summary>
    ChannelsFirst,

    /// <summary>Batch, rows and columns, channels.</summary>
    ChannelsLast,

    /// <summary>As the first, without a batch.</summary>
    NoBatch,

    /// <summary>A sequence as an image of one column rather than one row.</summary>
    Rows,
}

/// <summary>Inputs as views.</summary>
internal static class InputReadings
{
    /// <summary>The view, or null where a tensor of this rank cannot be read so.</summary>
    public static View? View(InputReading reading, IReadOnlyList<int> shape)
    {
        Dim[]? dims = (reading, shape.Count) switch
        {
            (InputReading.ChannelsFirst, 1) => [Dim.C],
            (InputReading.ChannelsFirst, 2) => [Dim.N, Dim.C],
            (InputReading.ChannelsFirst, 3) => [Dim.N, Dim.C, Dim.W],
            (InputReading.ChannelsFirst, 4) => [Dim.N, Dim.C, Dim.H, Dim.W],
            (InputReading.ChannelsLast, 3) => [Dim.N, Dim.W, Dim.C],
            (InputReading.ChannelsLast, 4) => [Dim.N, Dim.H, Dim.W, Dim.C],
            (InputReading.NoBatch, 2) => [Dim.C, Dim.W],
            (InputReading.NoBatch, 3) => [Dim.C, Dim.H, Dim.W],
            (InputReading.Rows, 3) => [Dim.N, Dim.C, Dim.H],
            _ => null,
        };
        if (dims is null)
        {
            return null;
        }

        int Size(Dim dim) => Array.IndexOf(dims, dim) is >= 0 and var axis ? shape[axis] : 1;
        var value = new Value(new(Size(Dim.C), Size(Dim.H), Size(Dim.W)), null);
        return Translation.InputView(value, Size(Dim.N), dims);
    }
}
