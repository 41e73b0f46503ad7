namespace CnnGen.Runs;

/// <summary>How a <see cref="TrainingRun{T}"/> goes.</summary>
/// <param name="Folder">
/// Where checkpoints, log and report go; made where it is missing. A run that finds its checkpoint there goes on from it. Null: nothing is
/// written.
/// </param>
/// <param name="Epochs">Passes over the training samples.</param>
public sealed record RunOptions(string? Folder, int Epochs)
{
    /// <summary>
    /// The learning rate of each step; null: the optimizer's. After each epoch it hears of the goal's measure, which is higher for a better
    /// network, but for <see cref="Goal.ValidationLoss"/>; a checkpoint keeps what it remembers of that.
    /// </summary>
    public Schedule? Schedule { get; init; }

    /// <summary>Instead of a schedule, any function of the step's number, counted from 0.</summary>
    public Func<int, float>? LearningRate { get; init; }

    /// <summary>What to minimise; cross-entropy when null.</summary>
    public Loss? Loss { get; init; }

    /// <summary>Threads of trainer and validation; 0 means all cores. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Where random masks begin; the network's seed when null.</summary>
    public int? Seed { get; init; }

    /// <summary>What makes a network the best one.</summary>
    public Goal Goal { get; init; }

    /// <summary>Epochs without a better network after which the run ends; 0: it never does.</summary>
    public int Patience { get; init; }

    /// <summary>The time between checkpoints within an epoch; there is one after each epoch anyway.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether a run goes on from the checkpoint that it finds, or begins anew and overwrites it.</summary>
    public bool Resume { get; init; } = true;

    /// <summary>Whether <c>report.html</c> is written in the end.</summary>
    public bool Report { get; init; } = true;

    /// <summary>Where lines about the run go; the console when null.</summary>
    public TextWriter? Output { get; init; }
}
