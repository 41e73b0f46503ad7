using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CnnGen.EndToEnd.Tests.Support;

/// <summary>Keeps the worst error of each group of networks and kind of tensor, and writes them beside the test assembly.</summary>
public sealed class ErrorLedger : IDisposable
{
    private readonly SortedDictionary<string, (double Error, string Where)> _worst = new(StringComparer.Ordinal);

    public void Record(string group, string kind, double error, string where)
    {
        string key = $"{group,-13} {kind,-18}";
        if (!_worst.TryGetValue(key, out var worst) || error > worst.Error)
        {
            _worst[key] = (error, where);
        }
    }

    public void Dispose() => File.WriteAllLines(
        Path.Combine(AppContext.BaseDirectory, "worst-errors.txt"),
        _worst.Select(entry => $"{entry.Key} {entry.Value.Error:E1}  {entry.Value.Where}")
            .Prepend($"256-bit vectors {Vector256.IsHardwareAccelerated}, 128-bit vectors {Vector128.IsHardwareAccelerated}, FMA {Fma.IsSupported}"));
}

/// <summary>Tests that share the ledger.</summary>
[CollectionDefinition(Name)]
public sealed class ComparisonCollection : ICollectionFixture<ErrorLedger>
{
    public const string Name = "Comparisons";
}
