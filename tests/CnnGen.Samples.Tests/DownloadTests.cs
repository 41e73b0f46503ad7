using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CnnGen.Runs;
using CnnGen.Samples;
using MnistSample.Download;

namespace CnnGen.Samples.Tests;

/// <summary>Where there is no network, the download of MNIST says so soon, and why.</summary>
public class DownloadTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(40);

    /// <summary>By itself, npm tries for 75 seconds; without npm it ends at once.</summary>
    [Fact]
    public void Npm_does_not_ask_again_and_again()
    {
        const string Registry = "npm_config_registry";
        string? before = Environment.GetEnvironmentVariable(Registry);
        Environment.SetEnvironmentVariable(Registry, NobodysAddress());
        try
        {
            string message = FailsSoon(new NpmSource());
            Assert.Contains("npm", message, StringComparison.Ordinal);
            Assert.DoesNotContain("no message", message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Registry, before);
        }
    }

    [Fact]
    public void A_mirror_that_is_not_there_is_given_up() => Assert.NotEmpty(FailsSoon(new MirrorSource(NobodysAddress())));

    private static string FailsSoon(ISource source)
    {
        string folder = Directory.CreateTempSubdirectory("cnngen-download-").FullName;
        try
        {
            var clock = Stopwatch.StartNew();
            var failure = Assert.ThrowsAny<Exception>(() => source.Fetch(folder, new Progress(new LiveLine()), CancellationToken.None));
            Assert.True(failure is IOException or HttpRequestException, failure.ToString());
            Assert.True(clock.Elapsed < Soon, $"{source.Name}: expected an answer within {Soon}, found it after {clock.Elapsed}");
            Assert.Empty(Directory.GetFileSystemEntries(folder));
            return failure.Message;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A port that nobody listens on.</summary>
    private static string NobodysAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
    }
}
