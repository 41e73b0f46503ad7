using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CnnGen.Runs;

/// <summary>What a run ran on, as far as its result or speed may depend on it.</summary>
internal static class SystemFacts
{
    public static IReadOnlyList<(string Name, string Value)> Now =>
    [
        ("written", DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)),
        ("CnnGen", typeof(Trainer<>).Assembly.GetName().Version?.ToString(3) ?? "unknown"),
        (".NET", RuntimeInformation.FrameworkDescription),
        ("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}"),
        ("processor", $"{Processor}, {Environment.ProcessorCount} threads"),
        ("vectors", $"{Vector<byte>.Count * 8} bits"),
    ];

    private static string Processor
    {
        get
        {
            const string Key = "model name";
            try
            {
                return File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal))
                    ?.Split(':', 2)[^1].Trim() ?? "unknown";
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown";
            }
        }
    }
}
