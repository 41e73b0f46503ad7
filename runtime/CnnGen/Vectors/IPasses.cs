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
    /// <typeparam name="V">Vectors of eight floats.</typeparam>
    /// <typeparam name="F8">One of them.</typeparam>
    static abstract InferencePass Inference<W, T, V, F8>(WeightStore weights)
        where W : struct, IVectors<T>
        where T : struct
        where V : struct, IVectors<F8>
        where F8 : struct;

    /// <summary>The forward and backward pass of a batch.</summary>
    /// <typeparam name="W">The widest vectors.</typeparam>
    /// <typeparam name="T">One of them.</typeparam>
    /// <typeparam name="V">Vectors of eight floats.</typeparam>
    /// <typeparam name="F8">One of them.</typeparam>
    static abstract TrainingPass Training<W, T, V, F8>(WeightStore weights, int batchSize, ThreadTeam team)
        where W : struct, IVectors<T>
        where T : struct
        where V : struct, IVectors<F8>
        where F8 : struct;
}
