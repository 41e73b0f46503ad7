using CnnGen.Runtime;

namespace CnnGen;

/// <summary>A network with a backward pass, as <see cref="Trainer{T}"/> needs it.</summary>
/// <typeparam name="TSelf">The network class itself.</typeparam>
public interface ITrainableNetwork<TSelf> : INetwork<TSelf>
    where TSelf : ITrainableNetwork<TSelf>
{
    /// <summary>Working memory and code for forward and backward passes over at most <paramref name="batchSize"/> samples.</summary>
    TrainingPass CreateTrainingPass(int batchSize, ThreadTeam team);
}
