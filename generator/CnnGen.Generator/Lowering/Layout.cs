using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering;

/// <summary>
/// How a tensor lies in memory: H×W×C with a channel stride (a multiple of 8, except for inputs of which only single elements are read) and
/// a halo of zeros around it. A vector is 1×1×C, or the H×W×C tensor that it was flattened from.
/// </summary>
internal readonly record struct Layout(int Channels, int Height, int Width, int ChannelStride, Halo Halo)
{
    public const int Lanes = 8;

    public int RowStride => (Width + Halo.Left + Halo.Right) * ChannelStride;

    public int Size => (Height + Halo.Top + Halo.Bottom) * RowStride;

    public bool HasHalo => Halo != default;

    /// <summary>No gaps between pixels or rows: the tensor is one run of elements.</summary>
    public bool IsContiguous => !HasHalo;

    public static Layout Dense(Shape shape) => new(shape.Channels, shape.Height, shape.Width, RoundUp(shape.Channels), default);

    public static int RoundUp(int channels) => (channels + Lanes - 1) / Lanes * Lanes;

    /// <summary>The element of channel 0 at a pixel; the pixel may lie in the halo.</summary>
    public int At(int row, int column) => (row + Halo.Top) * RowStride + (column + Halo.Left) * ChannelStride;

    public override string ToString() =>
        $"{Height}×{Width}×{Channels}" + (ChannelStride == Channels ? "" : $" in {ChannelStride}") + (HasHalo ? $", halo {Halo}" : "");
}

/// <summary>Rows and columns of zeros around a tensor.</summary>
internal readonly record struct Halo(int Top, int Left, int Bottom, int Right)
{
    public static Halo Union(Halo a, Halo b) =>
        new(Math.Max(a.Top, b.Top), Math.Max(a.Left, b.Left), Math.Max(a.Bottom, b.Bottom), Math.Max(a.Right, b.Right));

    public override string ToString() => Top == Left && Left == Bottom && Bottom == Right ? $"{Top}" : $"{Top},{Left},{Bottom},{Right}";
}
