using System.IO.Compression;

namespace MnistSample.Download;

/// <summary>MNIST's original gzipped files from a mirror over HTTPS.</summary>
/// <param name="address">The folder's address, with a slash at the end.</param>
public sealed class MirrorSource(string address) : ISource
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <inheritdoc/>
    public string Name => address;

    /// <inheritdoc/>
    public void Fetch(string folder, Progress progress, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(Patience);
        try
        {
            foreach (var file in DatasetFile.All)
            {
                Fetch(client, file, folder, progress, deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("no answer in time.");
        }
    }

    private void Fetch(HttpClient client, DatasetFile file, string folder, Progress progress, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(address), file.Name + ".gz"));
        using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        using var body = response.Content.ReadAsStream(cancellation);
        using var stopped = cancellation.Register(body.Dispose); // ends a read that waits for a silent server
        using var plain = new GZipStream(body, CompressionMode.Decompress);
        try
        {
            file.Receive(plain, folder, progress.Add, cancellation);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }
}
