using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace CnnGen.Browser.Tests;

/// <summary>The published page on a loopback port, as any server of static files would serve it.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, long> _sent = new();

    private Site(WebApplication server, string folder) => (_server, _folder) = (server, folder);

    /// <summary>Where the page is.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The bytes of all files asked for, as compressed with brotli at publishing.</summary>
    public long CompressedBytes => _sent.Values.Sum();

    /// <summary>Serves the folder of CNNGEN_SITE.</summary>
    public static async Task<Site> StartAsync()
    {
        string folder = Environment.GetEnvironmentVariable("CNNGEN_SITE") is { Length: > 0 } given
            ? Path.GetFullPath(given)
            : throw new InvalidOperationException("expected CNNGEN_SITE to name the published wwwroot, found nothing; run .ci/browser");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication server = builder.Build();
        var site = new Site(server, folder);
        server.Use((context, next) =>
        {
            site.Count(context.Request.Path.Value!.TrimStart('/'));
            return next(context);
        });
        var files = new PhysicalFileProvider(folder);
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".dat"] = "application/octet-stream";
        server.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        server.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = types });
        await server.StartAsync();
        IServerAddressesFeature addresses = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        site.Address = new Uri(addresses.Addresses.Single());
        return site;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void Count(string path)
    {
        var compressed = new FileInfo(Path.Combine(_folder, (path.Length == 0 ? "index.html" : path) + ".br"));
        if (compressed.Exists)
        {
            _sent[path] = compressed.Length;
        }
    }
}
