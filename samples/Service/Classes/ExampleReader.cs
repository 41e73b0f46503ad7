using CnnGen.Images;
using CnnGen.Samples.ImageNet;
using CnnGen.Samples.Service.Engine;
using Microsoft.Extensions.Options;

namespace CnnGen.Samples.Service.Classes;

/// <summary>Reads the first classes while the service starts: from the folder of examples, or from patterns that it draws.</summary>
internal sealed partial class ExampleReader(
    FeatureEngine engine, ClassStore classes, IOptions<ServiceOptions> options, ILogger<ExampleReader> log) : BackgroundService
{
    private const int DrawnPerClass = 4;
    private const int Seed = 1;

    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach ((string name, byte[] file) in options.Value.Examples is { } folder ? Files(folder) : Drawn())
        {
            // One at a time: whoever asks meanwhile gets the other networks. Not on the thread that starts the service.
            float[] features = await Task.Run(() => engine.FeaturesAsync(file, stoppingToken).AsTask(), stoppingToken);
            if (classes.Add(name, features) is null)
            {
                throw new InvalidDataException($"expected at most {options.Value.MaxClasses} classes of examples, found more");
            }
        }

        classes.IsReady = true;
        Ready(classes.All.Count);
    }

    private static IEnumerable<(string Name, byte[] File)> Files(string folder) =>
        from kind in Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
        from file in Directory.GetFiles(kind, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        select (Path.GetFileName(kind), File.ReadAllBytes(file));

    private static IEnumerable<(string Name, byte[] File)> Drawn() =>
        from kind in Enumerable.Range(0, Patterns.Names.Count)
        from image in Patterns.Draw(kind, DrawnPerClass, Seed)
        select (Patterns.Names[kind], Png(image));

    private static byte[] Png(RgbImage image)
    {
        using var png = new MemoryStream();
        image.WritePng(png);
        return png.ToArray();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} classes of examples")]
    private partial void Ready(int count);
}
