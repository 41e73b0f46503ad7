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
        foreach ((string name, string source, Func<byte[]> read) in options.Value.Examples is { } folder ? Files(folder) : Drawn())
        {
            try
            {
                // One at a time: whoever asks meanwhile gets the other networks. Not on the thread that starts the service.
                float[] features = await Task.Run(() => engine.FeaturesAsync(read(), stoppingToken).AsTask(), stoppingToken);
                if (classes.Add(name, features) is null)
                {
                    LeftOut(source, $"expected at most {options.Value.MaxClasses} classes, found more");
                }
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                LeftOut(source, exception.Message);
            }
        }

        classes.IsReady = true;
        Ready(classes.All.Count);
    }

    private static IEnumerable<(string Name, string Source, Func<byte[]> Read)> Files(string folder) =>
        from kind in Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
        from file in Directory.GetFiles(kind, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        select (Path.GetFileName(kind), file, (Func<byte[]>)(() => File.ReadAllBytes(file)));

    private static IEnumerable<(string Name, string Source, Func<byte[]> Read)> Drawn() =>
        from kind in Enumerable.Range(0, Patterns.Names.Count)
        from image in Patterns.Draw(kind, DrawnPerClass, Seed)
        select (Patterns.Names[kind], "a drawn pattern", (Func<byte[]>)(() => Png(image)));

    private static byte[] Png(RgbImage image)
    {
        using var png = new MemoryStream();
        image.WritePng(png);
        return png.ToArray();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} classes of examples")]
    private partial void Ready(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "left out: {Source}: {Reason}")]
    private partial void LeftOut(string source, string reason);
}
