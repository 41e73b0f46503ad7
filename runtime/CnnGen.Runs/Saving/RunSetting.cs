using System.Globalization;
using CnnGen.Data;

namespace CnnGen.Runs;

/// <summary>What decides about a run's batches, in words: a run goes on from its own checkpoint alone.</summary>
internal static class RunSetting
{
    public static string Of(DataLoader loader)
    {
        LoaderOptions options = loader.Options;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{loader.Data.Count} samples of {loader.Data.Shape} in batches of {loader.BatchSize}"
            + $"{(options.DropLast ? ", the last left out" : "")}, seed {options.Seed}, {options.Sampler}, "
            + $"{options.Transform?.ToString() ?? "unchanged"}, "
            + $"{options.Mixing?.ToString() ?? "unmixed"}");
    }
}
