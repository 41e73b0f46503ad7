using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>
/// A change of a whole batch whose samples lend each other pixels and labels: <see cref="MixUp"/>, <see cref="CutMix"/>. A sample's
/// label becomes a share of each class, <see cref="Batch.Targets"/>, which <see cref="Loss.CrossEntropy"/> takes as they are:
/// -Σ target · log(softmax of the scores).
/// </summary>
public abstract record BatchTransform
{
    /// <summary>Changes images and targets.</summary>
    /// <param name="batch">The batch; its targets hold 1 for each sample's class and 0 elsewhere.</param>
    /// <param name="random">The batch's own numbers: they depend on seed, epoch and the batch's place in the epoch alone.</param>
    public abstract void Apply(Batch batch, ref RandomSource random);
}
