namespace CnnGen.Data;

/// <summary>How a <see cref="DataLoader"/> makes batches.</summary>
public sealed record LoaderOptions
{
    /// <summary>Which samples an epoch has; new order in each epoch unless said otherwise.</summary>
    public Sampler Sampler { get; init; } = Sampler.Shuffled;

    /// <summary>What is done to each sample; null: nothing. Several: <see cref="Compose"/>.</summary>
    public Transform? Transform { get; init; }

    /// <summary>What mixes the samples of a batch; null: nothing.</summary>
    public BatchTransform? Mixing { get; init; }

    /// <summary>The same seed gives the same batches, whatever the number of threads.</summary>
    public int Seed { get; init; }

    /// <summary>Background threads; 0: batches are made by who asks for them.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Batches that are held ready, in memory of their own.</summary>
    public int Prefetch { get; init; } = 4;

    /// <summary>Whether the samples that do not fill a last batch are left out.</summary>
    public bool DropLast { get; init; }
}
