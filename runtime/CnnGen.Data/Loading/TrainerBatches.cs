namespace CnnGen.Data;

/// <summary>Trainers that take batches.</summary>
public static class TrainerBatches
{
    /// <summary>
    /// A step on a batch: with its labels, or where samples are mixed with its targets; returns the mean loss before the update.
    /// </summary>
    public static float Step<T>(this Trainer<T> trainer, Batch batch)
        where T : ITrainableNetwork<T>
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Targets.IsEmpty ? trainer.Step(batch.Images, batch.Labels) : trainer.Step(batch.Images, batch.Targets);
    }
}
