using System.Diagnostics;
using System.Globalization;

namespace CnnGen.Benchmarks.Peers;

/// <summary>
/// Runs the scripts of benchmarks/Peers. The interpreter is <c>$PYTHON</c>, else <c>/usr/bin/python3</c>; it needs PyTorch (Debian:
/// python3-torch, python3-torchvision, libopenblas0-pthread).
/// </summary>
public sealed class PythonPeer(string folder) : IStepPeer
{
    private readonly string _python = Environment.GetEnvironmentVariable("PYTHON") ?? "/usr/bin/python3";

    /// <summary>Writes networks with random weights, once for ONNX Runtime and once for us.</summary>
    public void Export(string cache, params string[] networks) => Run("export_onnx.py", [cache, .. networks]);

    /// <inheritdoc/>
    public double Step(string network, int batch, int threads, int steps) =>
        double.Parse(
            Run("torch_step.py", network, $"{batch}", $"{threads}", $"{steps}").Trim(), CultureInfo.InvariantCulture);

    /// <summary>The sample's recipe in PyTorch: accuracy on the test set and seconds.</summary>
    public (double Accuracy, double Seconds) Mnist(string data, int threads, int seed)
    {
        string[] words = Run("torch_mnist.py", data, $"{threads}", $"{seed}").Trim().Split(' ');
        return (double.Parse(words[1], CultureInfo.InvariantCulture), double.Parse(words[3], CultureInfo.InvariantCulture));
    }

    private string Run(string script, params string[] arguments) =>
        Execute(_python, [Path.Combine(folder, script), .. arguments]);

    /// <summary>Runs a program to its end; returns what it printed.</summary>
    public static string Execute(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result}");
    }
}
