using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>Fills batches, for one thread at a time.</summary>
internal sealed class BatchMaker(IDataset data, LoaderOptions options, int batchSize)
{
    private readonly Sample _sample = new(data.LabelLength > 1);

    /// <summary>
    /// Reads, changes and mixes the samples that the batch names. A sample's random numbers depend on its place in the epoch alone: one
    /// that comes twice is not changed twice in the same way.
    /// </summary>
    public void Make(Batch batch)
    {
        RandomSource epoch = new RandomSource(options.Seed).Stream(batch.Epoch);
        for (int i = 0; i < batch.Count; i++)
        {
            Make(batch, i, epoch.Stream(batch.Index * batchSize + i));
        }

        if (options.Mixing is { } mixing)
        {
            RandomSource random = epoch.Stream(~batch.Index);
            SetTargets(batch);
            mixing.Apply(batch, ref random);
        }
    }

    private void Make(Batch batch, int position, RandomSource random)
    {
        int index = batch.Indices[position];
        try
        {
            _sample.Begin(data.Shape);
            data.ReadImage(index, _sample.NextPixels);
            data.ReadLabels(index, _sample.HasMask ? _sample.NextMask : batch.Label(position));
            _sample.Commit();
            options.Transform?.Apply(_sample, ref random);
            _sample.Pixels.CopyTo(batch.Image(position));
            _sample.Mask.CopyTo(batch.Label(position));
        }
        catch (Exception exception)
        {
            throw new DataLoadException($"sample {index}, in batch {batch.Index} of epoch {batch.Epoch}: {exception.Message}", exception);
        }
    }

    private static void SetTargets(Batch batch)
    {
        batch.Targets.Clear();
        for (int i = 0; i < batch.Count; i++)
        {
            int label = batch.Label(i)[0];
            Span<float> target = batch.Target(i);
            target[(uint)label < (uint)target.Length ? label : throw Unknown(batch.Indices[i], label, target.Length)] = 1f;
        }
    }

    private static InvalidDataException Unknown(int index, int label, int classes) =>
        new($"sample {index}: expected a label from 0 to {classes - 1}, found {label}");
}
