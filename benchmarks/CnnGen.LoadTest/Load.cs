using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using CnnGen.Images;
using CnnGen.Samples.ImageNet;

namespace CnnGen.LoadTest;

/// <summary>Clients that ask again as soon as they have an answer.</summary>
internal sealed class Load(Uri address, int clients) : IDisposable
{
    private const int ImagesPerKind = 4;
    private const int Seed = 2;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client = new() { BaseAddress = address };
    private readonly byte[][] _images = [.. Enumerable.Range(0, Patterns.Names.Count)
        .SelectMany(kind => Patterns.Draw(kind, ImagesPerKind, Seed)).Select(Png)];

    /// <summary>Waits until the service has read its examples.</summary>
    /// <exception cref="IOException">It does not become ready.</exception>
    public async Task WaitUntilReady(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            using HttpResponseMessage answer = await _client.GetAsync("health", cancellation);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            if (clock.Elapsed > StartLimit)
            {
                throw new IOException($"expected a service ready after {StartLimit.TotalSeconds} s, found {(int)answer.StatusCode}");
            }

            await Task.Delay(100, cancellation);
        }
    }

    /// <summary>Asks, and gives the time of each answer in milliseconds, ascending.</summary>
    /// <exception cref="HttpRequestException">An answer is an error: a load test without all answers says nothing.</exception>
    public async Task<double[]> Run(int requests, CancellationToken cancellation)
    {
        int next = -1;
        var times = new ConcurrentBag<double>();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(Ask, cancellation)));
        return [.. times.Order()];

        async Task Ask()
        {
            for (int i = Interlocked.Increment(ref next); i < requests; i = Interlocked.Increment(ref next))
            {
                using var content = new ByteArrayContent(_images[i % _images.Length]);
                content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
                long begin = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await _client.PostAsync("classify", content, cancellation);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(cancellation);
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private static byte[] Png(RgbImage image)
    {
        using var png = new MemoryStream();
        image.WritePng(png);
        return png.ToArray();
    }
}
