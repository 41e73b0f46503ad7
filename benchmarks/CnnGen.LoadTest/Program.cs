using System.CommandLine;
using System.Diagnostics;
using CnnGen.LoadTest;
using CnnGen.Samples;

if (args is [ServiceProcess.Verb, .. { Length: 3 } served])
{
    return await ServiceProcess.Serve(served);
}

var requests = CommandLine.Number("--requests", 200, 1, 10_000, "How many requests are counted.");
var clients = CommandLine.Number("--clients", 8, 1, 256, "How many clients ask at once.");
var instances = CommandLine.Number("--instances", 0, 0, 256, "How many networks the service has; 0: one for each processor.");
var onnxRuntime = new Option<bool>("--onnxruntime") { Description = "ONNX Runtime predicts instead of the compiled network." };
var command = new RootCommand("Asks samples/Service on the loopback, and says how fast it answers and what memory it takes.")
{
    requests, clients, instances, onnxRuntime,
};
return await CommandLine.Run(args, command, (result, cancellation) => Measure(
    new(result.GetValue(requests), result.GetValue(clients), result.GetValue(instances), result.GetValue(onnxRuntime)),
    cancellation).GetAwaiter().GetResult());

static async Task<int> Measure(Options options, CancellationToken cancellation)
{
    using ServiceProcess service = ServiceProcess.Start(options);
    using var load = new Load(service.Address, options.Clients);
    await load.WaitUntilReady(cancellation);

    // All networks, connections and compiled methods are there before anything counts.
    await load.Run(Math.Max(4 * options.Clients, 50), cancellation);
    long before = service.WorkingSet;
    var clock = Stopwatch.StartNew();
    double[] times = await load.Run(options.Requests, cancellation);
    double seconds = clock.Elapsed.TotalSeconds;
    Console.WriteLine($"""
        engine           {(options.OnnxRuntime ? "ONNX Runtime" : "CnnGen")}
        requests         {times.Length} by {options.Clients} clients, no error
        rate             {times.Length / seconds:0.0} requests/s
        p50, p99         {Percentile(times, 0.50):0.0} ms, {Percentile(times, 0.99):0.0} ms
        working set      {before / 1e6:0} MB at the beginning, {service.WorkingSet / 1e6:0} MB at the end
        """);
    return 0;
}

static double Percentile(double[] ascending, double share) => ascending[(int)Math.Ceiling(share * ascending.Length) - 1];
