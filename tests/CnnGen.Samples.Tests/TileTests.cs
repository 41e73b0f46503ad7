using CnnGen.Images;
using ImageFilters;

namespace CnnGen.Samples.Tests;

/// <summary>The photo in one pass, mirrored by the network itself.</summary>
[Network(Training = false), Input(3, 288, 384, Layout = TensorLayout.ChannelsLast)]
[Pad2d(2, PaddingMode = PaddingMode.Reflect), Apply<Blur>]
public sealed partial class BlurAtOnce;

/// <summary>As <see cref="BlurAtOnce"/>.</summary>
[Network(Training = false), Input(3, 288, 384, Layout = TensorLayout.ChannelsLast)]
[Pad2d(1, PaddingMode = PaddingMode.Reflect), Apply<SobelEdges>]
public sealed partial class EdgesAtOnce;

/// <summary>As <see cref="BlurAtOnce"/>.</summary>
[Network(Training = false), Input(3, 288, 384, Layout = TensorLayout.ChannelsLast)]
[Pad2d(1, PaddingMode = PaddingMode.Reflect), Apply<Sharpen>]
public sealed partial class SharpenAtOnce;

/// <summary>As <see cref="BlurAtOnce"/>.</summary>
[Network(Training = false), Input(3, 288, 384, Layout = TensorLayout.ChannelsLast)]
[Pad2d(1, PaddingMode = PaddingMode.Reflect), Apply<Emboss>]
public sealed partial class EmbossAtOnce;

/// <summary>Tiles of 29×17 pixels, so that the seams lie elsewhere.</summary>
[Network(Training = false), Input(3, 33, 21, Layout = TensorLayout.ChannelsLast), Apply<Blur>]
public sealed partial class SmallBlurTile;

/// <summary>As <see cref="SmallBlurTile"/>.</summary>
[Network(Training = false), Input(3, 31, 19, Layout = TensorLayout.ChannelsLast), Apply<SobelEdges>]
public sealed partial class SmallEdgesTile;

/// <summary>Tile seams and mirrored borders of samples/ImageFilters: all arithmetic is of whole numbers, so equal means equal.</summary>
public class TileTests
{
    private static readonly RgbImage Photo = RgbImage.Read(Path.Combine(AppContext.BaseDirectory, "Photo", "raccoon.png"));

    [Fact]
    public void Blur_shows_no_seam() => Same(Run<BlurAtOnce>(Photo), Run<BlurTile>(Photo), Run<SmallBlurTile>(Photo));

    [Fact]
    public void Edges_show_no_seam() => Same(Run<EdgesAtOnce>(Photo), Run<EdgesTile>(Photo), Run<SmallEdgesTile>(Photo));

    [Fact]
    public void Sharpen_shows_no_seam() => Same(Run<SharpenAtOnce>(Photo), Run<SharpenTile>(Photo));

    [Fact]
    public void Emboss_shows_no_seam() => Same(Run<EmbossAtOnce>(Photo), Run<EmbossTile>(Photo));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(129, 1)]
    [InlineData(127, 257)]
    public void Every_size_works(int width, int height)
    {
        var picture = new RgbImage(height, width, [.. Photo.Rgb.AsSpan(0, 3 * width * height)]);
        Same(Run<BlurTile>(picture), Run<SmallBlurTile>(picture));
        Same(Run<EdgesTile>(picture), Run<SmallEdgesTile>(picture));
    }

    /// <summary>Weights that sum to 1 keep an even surface; slopes make it black.</summary>
    [Fact]
    public void An_even_picture_stays_even()
    {
        var gray = new RgbImage(140, 150, [.. Enumerable.Repeat((byte)77, 3 * 150 * 140)]);
        Same(gray, Run<BlurTile>(gray), Run<SharpenTile>(gray), Run<EmbossTile>(gray));
        Assert.All(Run<EdgesTile>(gray).Rgb, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Cancelling_ends_it() =>
        Assert.ThrowsAny<OperationCanceledException>(() => new TiledFilter<BlurTile>().Run(Photo, new CancellationToken(canceled: true)));

    private static RgbImage Run<T>(RgbImage picture)
        where T : INetwork<T>, new() => new TiledFilter<T>().Run(picture, CancellationToken.None);

    private static void Same(RgbImage expected, params RgbImage[] others)
    {
        foreach (RgbImage other in others)
        {
            Assert.Equal((expected.Width, expected.Height), (other.Width, other.Height));
            Assert.Equal(-1, Enumerable.Range(0, expected.Rgb.Length).FirstOrDefault(i => expected.Rgb[i] != other.Rgb[i], -1));
        }
    }
}
