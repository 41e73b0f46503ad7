namespace CnnGen;

/// <summary>What a load left out.</summary>
/// <param name="Missing">Parameters that were not in the file, by the network's names; they have a new network's values.</param>
/// <param name="Unexpected">The file's tensors that were not loaded, by the file's names.</param>
public sealed record LoadReport(IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected)
{
    /// <summary>One line with all names.</summary>
    public override string ToString() =>
        (Missing.Count, Unexpected.Count) switch
        {
            (0, 0) => "everything was loaded",
            (_, 0) => $"missing in the file: {string.Join(", ", Missing)}",
            (0, _) => $"not loaded from the file: {string.Join(", ", Unexpected)}",
            _ => $"missing in the file: {string.Join(", ", Missing)}; not loaded from it: {string.Join(", ", Unexpected)}",
        };
}
