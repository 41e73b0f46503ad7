using System.Globalization;
using System.Runtime.InteropServices;
using CnnGen.Images;

namespace CnnGen.Data.Tests.Images;

/// <summary>Photos through the loader against torchvision's numbers (make_images.py).</summary>
public sealed class TorchvisionTests
{
    private static readonly string Goldens = Path.Combine(AppContext.BaseDirectory, "Images", "Goldens");

    public static TheoryData<string> Pipelines => [.. File.ReadAllLines(Path.Combine(Goldens, "pipelines.txt"))];

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Pixels_are_torchvisions(string pipeline)
    {
        string[] parts = pipeline.Split(' ');
        int[] crop = Numbers(parts[3]), resize = Numbers(parts[2]);
        var loader = new ImageLoader(crop[0], crop[1])
        {
            Channels = Numbers(parts[1])[0],
            Resize = resize switch
            {
                [0] => ImageResize.None,
                [int shortSide] => ImageResize.ShortSide(shortSide),
                _ => ImageResize.To(resize[0], resize[1]),
            },
        };
        byte[] expected = File.ReadAllBytes(Path.Combine(Goldens, parts[4]));
        float[] found = new float[loader.Length];
        loader.Read(Path.Combine(Goldens, parts[0]), found);
        Assert.Equal(expected.Length, found.Length);

        // Resampling is exact; decoders of JPEG may round a pixel differently.
        int most = parts[0].EndsWith(".png", StringComparison.Ordinal) ? 0 : 1;
        Assert.InRange(expected.Zip(found, (byte a, float b) => Math.Abs(a - (int)MathF.Round(b * 255))).Max(), 0, most);
        Assert.All(found, value => Assert.Equal((int)MathF.Round(value * 255) / 255f, value));
    }

    [Fact]
    public void Normalised_numbers_are_torchvisions_bit_for_bit()
    {
        ImageLoader loader = ImageLoader.ImageNet(size: 16, shortSide: 20);
        float[] found = new float[loader.Length];
        loader.Read(Path.Combine(Goldens, "chelsea.png"), found);
        Assert.Equal(MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(Goldens, "imagenet.floats"))).ToArray(), found);
    }

    [Fact]
    public void A_stream_and_bytes_give_what_the_file_gives()
    {
        var loader = new ImageLoader(20, 30);
        string path = Path.Combine(Goldens, "retina.jpg");
        float[] file = new float[loader.Length], stream = new float[loader.Length], bytes = new float[loader.Length];
        loader.Read(path, file);
        using (var opened = File.OpenRead(path))
        {
            loader.Read(opened, stream);
            Assert.True(opened.CanRead);
        }

        loader.Read(File.ReadAllBytes(path), bytes);
        Assert.Equal(file, stream);
        Assert.Equal(file, bytes);
    }

    [Fact]
    public void Orientation_counts_where_it_is_asked_for()
    {
        float[] upright = Read(1, (61, 97), useOrientation: true);
        for (int orientation = 1; orientation <= 8; orientation++)
        {
            Assert.Equal(upright, Read(orientation, (61, 97), useOrientation: false));
            (int, int) size = orientation < 5 ? (61, 97) : (97, 61);
            Assert.Equal(Seen(upright, orientation), Read(orientation, size, useOrientation: true));
        }
    }

    [Fact]
    public void Used_again_it_allocates_nothing()
    {
        ImageLoader loader = ImageLoader.ImageNet(size: 56, shortSide: 64);
        float[] result = new float[loader.Length];
        byte[] large = new byte[3 * 200 * 300], small = new byte[3 * 100 * 90];
        Random.Shared.NextBytes(large);
        loader.Transform(large, 200, 300, result);
        loader.Transform(small, 100, 90, result);
        long before = GC.GetAllocatedBytesForCurrentThread();
        loader.Transform(large, 200, 300, result);
        loader.Transform(small, 90, 100, result);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int[] Numbers(string text) =>
        [.. text.Split('×').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static float[] Read(int orientation, (int Height, int Width) size, bool useOrientation)
    {
        var loader = new ImageLoader(size.Height, size.Width) { Resize = ImageResize.None, UseOrientation = useOrientation };
        float[] result = new float[loader.Length];
        loader.Read(Path.Combine(Goldens, $"turned{orientation}.jpg"), result);
        return result;
    }

    /// <summary>EXIF says where the file's first row and first column are on the picture that was seen.</summary>
    private static float[] Seen(float[] stored, int orientation)
    {
        const int Rows = 61, Columns = 97;
        (bool isTurned, bool fromBottom, bool fromRight) = orientation switch
        {
            1 => (false, false, false),
            2 => (false, false, true),
            3 => (false, true, true),
            4 => (false, true, false),
            5 => (true, false, false),
            6 => (true, false, true),
            7 => (true, true, true),
            _ => (true, true, false),
        };
        (int height, int width) = isTurned ? (Columns, Rows) : (Rows, Columns);
        float[] seen = new float[stored.Length];
        for (int i = 0; i < stored.Length; i++)
        {
            (int channel, int row, int column) = (i / (Rows * Columns), i / Columns % Rows, i % Columns);
            (int y, int x) = isTurned ? (column, row) : (row, column);
            y = fromBottom ? height - 1 - y : y;
            x = fromRight ? width - 1 - x : x;
            seen[(channel * height + y) * width + x] = stored[i];
        }

        return seen;
    }
}
