namespace CnnGen.Data;

/// <summary>The shape of an image: its elements lie channel by channel, row by row.</summary>
/// <param name="Channels">For example 3 for red, green, blue.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
public readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Elements: channels × height × width.</summary>
    public int Length => checked(Channels * Pixels);

    /// <summary>Pixels: height × width.</summary>
    public int Pixels => checked(Height * Width);

    /// <summary>For example <c>3×32×32</c>.</summary>
    public override string ToString() => $"{Channels}×{Height}×{Width}";
}
