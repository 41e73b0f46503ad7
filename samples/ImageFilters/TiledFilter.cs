using CnnGen;
using CnnGen.Images;

namespace ImageFilters;

/// <summary>
/// Runs a network of fixed shape over a picture of any size, tile by tile, on all cores. What the network reads beyond its tile comes from
/// the neighbouring tiles, at the border of the picture from its mirror image, so that no seam shows.
/// </summary>
/// <typeparam name="T">A network from (h + 2·reach)×(w + 2·reach) to h×w pixels of three channels, channels last.</typeparam>
/// <param name="finish">Turns the outputs into brightness, 0 to 255, in place; null when they are that already.</param>
public sealed class TiledFilter<T>(Action<Span<float>>? finish = null) : IFilter
    where T : INetwork<T>, new()
{
    private readonly T _network = new();

    /// <inheritdoc/>
    public RgbImage Run(RgbImage picture, CancellationToken cancellation)
    {
        var result = picture with { Rgb = new byte[picture.Rgb.Length] };
        int columns = (picture.Width + Tile<T>.Width - 1) / Tile<T>.Width;
        int rows = (picture.Height + Tile<T>.Height - 1) / Tile<T>.Height;
        Parallel.For(
            0,
            rows * columns,
            new ParallelOptions { CancellationToken = cancellation },
            () => new Tile<T>(_network.Fork(), finish),
            (index, _, tile) =>
            {
                tile.Run(picture, result, index / columns * Tile<T>.Height, index % columns * Tile<T>.Width);
                return tile;
            },
            _ => { });
        return result;
    }
}
