using System.Globalization;
using System.Text.RegularExpressions;

namespace CnnGen.Benchmarks.Peers;

/// <summary>The sample from start to end against the same recipe in PyTorch: accuracy and wall time.</summary>
public sealed partial class MnistComparison(PythonPeer python, string root)
{
    /// <summary>One line of the table for each thread count and seed.</summary>
    public IEnumerable<string> Run()
    {
        yield return "| seed | threads | CnnGen accuracy | CnnGen time | PyTorch accuracy | PyTorch time | ratio |";
        yield return "|---|---|---|---|---|---|---|";
        foreach (var (seed, threads) in Plan())
        {
            var (data, accuracy, seconds) = Sample(threads, seed);
            var peer = python.Mnist(data, threads, seed);
            yield return $"| {seed} | {threads} | {accuracy:0.0000} | {seconds:0.0} s " +
                $"| {peer.Accuracy:0.0000} | {peer.Seconds:0.0} s | {peer.Seconds / seconds:0.00} |";
        }
    }

    private static IEnumerable<(int Seed, int Threads)> Plan()
    {
        int cores = Environment.ProcessorCount;
        for (int seed = 1; seed <= 3; seed++)
        {
            yield return (seed, cores);
        }

        if (cores > 1)
        {
            yield return (1, 1);
        }
    }

    private (string Data, double Accuracy, double Seconds) Sample(int threads, int seed)
    {
        string weights = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
        try
        {
            string output = PythonPeer.Execute("dotnet",
                ["run", "-c", "Release", "--project", Path.Combine(root, "samples", "Mnist"), "--",
                 "--threads", $"{threads}", "--seed", $"{seed}", "--output", weights]);
            return (DataLine().Match(output).Groups[1].Value, Number(AccuracyLine(), output), Number(TimeLine(), output));
        }
        finally
        {
            File.Delete(weights);
        }
    }

    private static double Number(Regex line, string output) =>
        double.Parse(line.Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^data: (.+)$", RegexOptions.Multiline)]
    private static partial Regex DataLine();

    [GeneratedRegex("^test accuracy: ([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex AccuracyLine();

    [GeneratedRegex("^trained in ([0-9.]+) s", RegexOptions.Multiline)]
    private static partial Regex TimeLine();
}
