using System.Diagnostics;
using System.Globalization;
using CnnGen.Samples.Service;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CnnGen.LoadTest;

/// <summary>The service in a process of its own, so that its memory is its alone, on a free port of the loopback.</summary>
internal sealed class ServiceProcess : IDisposable
{
    /// <summary>The first argument of the process that serves.</summary>
    public const string Verb = "serve";

    private const string OnnxRuntime = "onnxruntime";

    private readonly Process _process;

    private ServiceProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The process's working set, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the process.</summary>
    /// <exception cref="IOException">It ends before it listens.</exception>
    public static ServiceProcess Start(Options options)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(options.Instances.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(options.Clients.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(options.OnnxRuntime ? OnnxRuntime : "cnngen");
        Process process = Process.Start(start)!;
        return process.StandardOutput.ReadLine() is { } address
            ? new(process, new Uri(address))
            : throw new IOException("the service ended before it listened; its messages are above");
    }

    /// <summary>What the process does: serves until its input ends, which it does, too, when the one that started it is gone.</summary>
    public static async Task<int> Serve(string[] arguments)
    {
        string[] settings =
        [
            "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning", "--Service:Instances", arguments[0],
            "--Service:Queue", arguments[1],
        ];
        await using WebApplication app = ServiceApplication.Create(
            settings, arguments[2] == OnnxRuntime ? OnnxRuntimeExtractor.Load : null);
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
