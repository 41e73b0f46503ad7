using CnnGen.EndToEnd.Tests.Networks;

namespace CnnGen.EndToEnd.Tests.Support;

/// <summary>What PyTorch says of one network: tensors in full, or every n-th element and a summary of all.</summary>
internal sealed class Golden(NetworkCase network, ErrorLedger ledger)
{
    /// <summary>As make_goldens.py.</summary>
    private const int Full = 192;

    private readonly Dictionary<string, double[]> _tensors = Safetensors.Read(File.ReadAllBytes(
        Path.Combine(AppContext.BaseDirectory, "Goldens", "Data", $"{network.Name}.safetensors")));

    public double[] this[string name] => _tensors[name];

    public bool Has(string name) => _tensors.ContainsKey(name);

    /// <summary>The names of the parameters that have gradients.</summary>
    public IEnumerable<string> Parameters =>
        _tensors.Keys.Where(k => k.EndsWith(".gradient", StringComparison.Ordinal) && k != "input.gradient").Select(k => k[..^9]);

    public void Check(string name, string kind, ReadOnlySpan<float> actual, double tolerance)
    {
        float[] all = actual.ToArray();
        double[] expected = _tensors[name];
        float[] sample = all;
        double largest = Math.Max(Tolerance.Floor, expected.Select(Math.Abs).DefaultIfEmpty().Max());
        double error = 0;
        if (_tensors.TryGetValue($"{name}.all", out double[]? summary))
        {
            Assert.Equal((int)summary[0], all.Length);
            int step = (all.Length + Full - 1) / Full | 1;
            sample = [.. all.Where((_, i) => i % step == 0)];
            largest = Math.Max(Tolerance.Floor, summary[1]);
            error = SummaryError(summary, all);
        }
        Assert.Equal(expected.Length, sample.Length);
        for (int i = 0; i < sample.Length; i++)
        {
            double difference = Math.Abs(expected[i] - sample[i]) / largest;
            error = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(error, difference);
        }
        ledger.Record(network.Group, kind, error, $"{network.Name} {name}");
        Assert.True(error <= tolerance, $"{network.Name} {name}: error {error:E2}; {Tolerance.Worst(expected, sample)}");
    }

    /// <summary>Largest element, norm and two projections of all elements.</summary>
    private static double SummaryError(double[] summary, float[] all)
    {
        double largest = all.Max(v => Math.Abs((double)v)), norm = Math.Sqrt(all.Sum(v => (double)v * v));
        double error = Math.Max(Math.Abs(largest - summary[1]) / Math.Max(Tolerance.Floor, summary[1]), Difference(norm, summary[2]));
        for (int i = 0; i < 2; i++)
        {
            float[] direction = SplitMix.Uniform($"projection{i}", all.Length, 1);
            error = Math.Max(error, Difference(all.Zip(direction, (a, d) => (double)a * d).Sum(), summary[3 + i]));
        }
        return double.IsNaN(error) ? double.PositiveInfinity : error;

        double Difference(double a, double b) => Math.Abs(a - b) / Math.Max(Tolerance.Floor, summary[2]);
    }
}
