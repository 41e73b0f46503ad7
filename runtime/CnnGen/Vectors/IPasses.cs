using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>A network's compiled code, to be made for vectors of some width.</summary>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPasses
{
    /// <summary>The forward pass of one sample.</summary>
    /// <typeparam name="W">The widest vectors.</typeparam>
    /// <typeparam name="T">One of them.</typeparam>
    InferencePass Inference<W, T>(WeightStore weights)
        where W : struct, IVectors<T>
        where T : struct;

    /// <summary>The forward and backward pass of a batch.</summary>
    /// <typeparam name="W">The widest vectors.</typeparam>
    /// <typeparam name="T">One of them.</typeparam>
    TrainingPass Training<W, T>(WeightStore weights, int batchSize, ThreadTeam team)
        where W : struct, IVectors<T>
        where T : struct;
}
