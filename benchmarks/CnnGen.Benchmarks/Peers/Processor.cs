using System.Globalization;
using System.Text.RegularExpressions;

namespace CnnGen.Benchmarks.Peers;

/// <summary>What this machine's processor is called.</summary>
public static partial class Processor
{
    /// <summary>For example <c>AMD EPYC (Zen 4), 2 cores</c>.</summary>
    public static string Name { get; } = Describe();

    /// <summary>The name as a file name.</summary>
    public static string Slug => NotPlain().Replace(Name.ToLowerInvariant(), "-").Trim('-');

    private static string Describe()
    {
        var fields = File.ReadLines("/proc/cpuinfo")
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
        string model = fields.GetValueOrDefault("model name", "unknown processor");
        string generation = fields.GetValueOrDefault("vendor_id") == "AuthenticAMD" ? AmdGeneration(fields) : "";
        return $"{model}{generation}, {Environment.ProcessorCount} cores";
    }

    /// <summary>Virtual machines often hide the model's number, but not family and model, which tell the generation.</summary>
    private static string AmdGeneration(Dictionary<string, string> fields)
    {
        int family = int.Parse(fields["cpu family"], CultureInfo.InvariantCulture);
        int model = int.Parse(fields["model"], CultureInfo.InvariantCulture);
        return (family, model >> 4) switch
        {
            (25, 1 or 6 or 7 or 10) => " (Zen 4)",
            (25, _) => " (Zen 3)",
            (26, _) => " (Zen 5)",
            _ => "",
        };
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotPlain();
}
