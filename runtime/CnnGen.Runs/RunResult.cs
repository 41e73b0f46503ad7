namespace CnnGen.Runs;

/// <summary>How a run ended.</summary>
/// <param name="End">Why.</param>
/// <param name="History">All its epochs, those of interrupted parts too.</param>
/// <param name="BestEpoch">The number of the best epoch, from 1 on; 0 before the first one's end.</param>
/// <param name="BestWeights">The file with the best epoch's weights, which the network's <c>Load</c> reads; null without a folder.</param>
/// <param name="Evaluation">Of the network as it is now, on the validation samples; null after an interruption.</param>
public sealed record RunResult(
    RunEnd End, IReadOnlyList<EpochRecord> History, int BestEpoch, string? BestWeights, Evaluation? Evaluation)
{
    /// <summary>The time of all epochs, those of interrupted parts too.</summary>
    public TimeSpan Elapsed => TimeSpan.FromSeconds(History.Sum(epoch => epoch.Seconds));
}

/// <summary>Why a run ended.</summary>
public enum RunEnd
{
    /// <summary>All epochs are done.</summary>
    Finished,

    /// <summary>The network did not get better for as many epochs as were allowed.</summary>
    StoppedEarly,

    /// <summary>The loss is no number any more; the checkpoint is that of the epoch before.</summary>
    Diverged,

    /// <summary>It was cancelled, and goes on from its checkpoint when it is run again.</summary>
    Interrupted,
}
