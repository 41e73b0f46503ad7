namespace CnnGen.Benchmarks.Peers;

/// <summary>One line of a result table.</summary>
/// <param name="Name">What ran.</param>
/// <param name="Ours">CnnGen's median.</param>
/// <param name="Peer">The peer's median.</param>
/// <param name="Unit">Of both.</param>
/// <param name="Goal">The least ratio we want, or null.</param>
public sealed record Row(string Name, double Ours, double Peer, string Unit, double? Goal)
{
    /// <summary>How many times longer the peer takes.</summary>
    public double Ratio => Peer / Ours;

    /// <summary>The line in Markdown.</summary>
    public override string ToString()
    {
        string goal = Goal is { } least ? $"≥ {least:0.0##} {(Ratio >= least ? "✓" : "✗")}" : "";
        return $"| {Name} | {Ours:0.00} {Unit} | {Peer:0.00} {Unit} | {Ratio:0.00} | {goal} |";
    }
}
