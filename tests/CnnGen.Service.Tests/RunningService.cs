using System.Net.Http.Headers;
using CnnGen.Images;
using CnnGen.Samples.ImageNet;
using CnnGen.Samples.Service;
using CnnGen.Samples.Service.Engine;

namespace CnnGen.Service.Tests;

/// <summary>A service on a free port of the loopback.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningService(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public static async Task<RunningService> StartAsync(IFeatureExtractor? extractor, params string[] settings)
    {
        WebApplication app = ServiceApplication.Create(
            ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None", .. settings],
            extractor is null ? null : () => extractor);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>Waits for the examples.</summary>
    public async Task<RunningService> ReadyAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await Client.GetAsync("health", limit.Token)).IsSuccessStatusCode)
        {
            await Task.Delay(50, limit.Token);
        }

        return this;
    }

    public Task<HttpResponseMessage> PostAsync(
        string path, byte[] body, string type = "image/png", bool isChunked = false, CancellationToken cancellation = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.TransferEncodingChunked = isChunked;
        return Client.SendAsync(request, cancellation);
    }

    public static byte[] Pattern(int kind, int seed = 5)
    {
        using var png = new MemoryStream();
        Patterns.Draw(kind, 1, seed).Single().WritePng(png);
        return png.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
