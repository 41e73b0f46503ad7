using CnnGen.Runs;
using CnnGen.Samples;

namespace MnistSample.Download;

/// <summary>The folder in the user's cache that keeps MNIST; fills it when it is empty or damaged.</summary>
public static class MnistCache
{
    /// <summary>Names a further mirror (a folder address with the four .gz files) that is asked first.</summary>
    public const string MirrorVariable = "CNNGEN_MNIST_MIRROR";

    private static readonly string[] Mirrors =
    [
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        "https://storage.googleapis.com/cvdf-datasets/mnist/",
    ];

    /// <summary>A folder with the four intact files.</summary>
    /// <exception cref="IOException">No source could bring them; the message lists why, and what to do.</exception>
    public static string Provide(CancellationToken cancellation)
    {
        string folder = UserFolders.Cache("mnist");
        if (DatasetFile.All.All(file => file.IsIntact(folder)))
        {
            return folder;
        }

        var reasons = new List<string>();
        foreach (var source in Sources())
        {
            Console.WriteLine($"Fetching MNIST from {source.Name} into {folder}");
            var line = new LiveLine();
            try
            {
                source.Fetch(folder, new Progress(line), cancellation);
                return folder;
            }
            catch (Exception failure) when (failure is IOException or HttpRequestException or InvalidDataException or TimeoutException)
            {
                reasons.Add($"  {source.Name}: {failure.Message}");
                Console.WriteLine($"  failed: {failure.Message}");
            }
            finally
            {
                line.Clear();
            }
        }

        throw new IOException(
            $"MNIST could not be fetched:\n{string.Join('\n', reasons)}\n" +
            $"Put {string.Join(", ", DatasetFile.All.Select(file => file.Name))} (plain or .gz) into a folder and pass --data <folder>, " +
            $"or name a mirror in {MirrorVariable}.");
    }

    private static IEnumerable<ISource> Sources()
    {
        if (Environment.GetEnvironmentVariable(MirrorVariable) is { Length: > 0 } own)
        {
            yield return new MirrorSource(own.EndsWith('/') ? own : own + "/");
        }

        yield return new NpmSource();
        foreach (string mirror in Mirrors)
        {
            yield return new MirrorSource(mirror);
        }
    }
}
