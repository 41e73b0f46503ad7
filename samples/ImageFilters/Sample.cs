using System.Diagnostics;
using CnnGen.Samples;
using CnnGen.Images;

namespace ImageFilters;

/// <summary>The whole run: reads the picture, filters it, writes the results.</summary>
public static class Sample
{
    /// <summary>The name that stands for every filter.</summary>
    public const string All = "all";

    private static readonly TimeSpan LeastMeasured = TimeSpan.FromSeconds(0.3);

    /// <summary>The filters by name.</summary>
    public static readonly OrderedDictionary<string, Func<IFilter>> Filters = new()
    {
        ["blur"] = () => new TiledFilter<BlurTile>(),
        ["sharpen"] = () => new TiledFilter<SharpenTile>(),
        ["emboss"] = () => new TiledFilter<EmbossTile>(),
        ["edges"] = () => new TiledFilter<EdgesTile>(Steepness),
    };

    /// <summary>Runs and returns the exit code.</summary>
    public static int Run(Options options, CancellationToken cancellation)
    {
        string input = Path.GetFullPath(options.Input ?? Path.Combine(AppContext.BaseDirectory, "Photo", "raccoon.png"));
        string folder = UserFolders.Output(options.Output);
        if (Directory.Exists(input))
        {
            throw new IOException($"--input names a folder, {input}; name a PNG or JPEG file.");
        }

        var picture = RgbImage.Read(input);
        Console.WriteLine($"{input}: {picture.Width}×{picture.Height} pixels");
        foreach (var (name, create) in Filters.Where(filter => options.Filter is All || options.Filter == filter.Key))
        {
            var (result, speed) = Measure(create(), picture, cancellation);
            string output = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(input)}-{name}.png");
            result.WritePng(output);
            Console.WriteLine($"{name,-8}{speed,7:0.0} megapixels/s  {output}");
        }

        return 0;
    }

    /// <summary>The steepest edge, from 0 to 255 in one step, is 4 · 255 in Sobel's measure; half of it is white.</summary>
    private static void Steepness(Span<float> squares)
    {
        foreach (ref float value in squares)
        {
            value = MathF.Sqrt(value) / 2;
        }
    }

    /// <summary>Filters the picture, a small one several times; the fastest time counts.</summary>
    private static (RgbImage Result, double MegapixelsPerSecond) Measure(IFilter filter, RgbImage picture, CancellationToken cancellation)
    {
        RgbImage result;
        double least = double.PositiveInfinity;
        long begin = Stopwatch.GetTimestamp();
        do
        {
            long start = Stopwatch.GetTimestamp();
            result = filter.Run(picture, cancellation);
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        while (Stopwatch.GetElapsedTime(begin) < LeastMeasured);
        return (result, 1e-6 * picture.Width * picture.Height / least);
    }
}
