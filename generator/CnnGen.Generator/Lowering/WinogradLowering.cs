using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>Which convolutions are computed by Winograd's method, and what they read.</summary>
internal static class WinogradLowering
{
    /// <summary>Below, the transformations cost what the products save.</summary>
    private const int MinChannels = 16;

    /// <summary>With fewer tiles, reading four times the weights costs more than the multiply-adds that it saves.</summary>
    private const int MinTiles = 9;

    /// <summary>3×3, stride 1, dense, between enough channels and pixels, and left to our choice.</summary>
    public static bool Applies(Conv2d conv, int inChannels, int height, int width) =>
        conv.Algorithm == ConvAlgorithm.Auto && IsPlain(conv.Vertical) && IsPlain(conv.Horizontal) && conv.Groups == 1
        && inChannels >= MinChannels && conv.OutChannels >= MinChannels
        && Tiles(height) * Tiles(width) >= MinTiles;

    /// <summary>The halo of the direct convolution, and what the last tiles read beyond it.</summary>
    public static Halo Extend(Halo halo, int height, int width) =>
        halo with { Bottom = halo.Bottom + Excess(height), Right = halo.Right + Excess(width) };

    /// <summary>The same convolution by Winograd's method.</summary>
    public static WinogradKernel From(ConvKernel conv, Layout x) => new(
        conv.Label,
        conv.Height,
        conv.Width,
        conv.InChannels,
        x.ChannelStride,
        conv.OutChannels,
        conv.X,
        conv.Y,
        conv.HasBias,
        conv.Activation,
        conv.Residual,
        IsPadded(conv, x));

    private static bool IsPadded(ConvKernel conv, Layout x)
    {
        int first = conv.X.Origin % x.RowStride / x.ChannelStride - x.Halo.Left;
        int last = first + Tiles(conv.Width) * WinogradKernel.Tile + 1;
        return first < 0 && last >= x.Width;
    }

    private static bool IsPlain(Window window) => window is { Kernel: 3, Stride: 1, Dilation: 1 };

    private static int Tiles(int extent) => (extent + WinogradKernel.Tile - 1) / WinogradKernel.Tile;

    private static int Excess(int extent) => Tiles(extent) * WinogradKernel.Tile - extent;
}
