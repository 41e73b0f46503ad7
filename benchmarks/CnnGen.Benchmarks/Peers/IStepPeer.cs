namespace CnnGen.Benchmarks.Peers;

/// <summary>A library whose training step is timed in a process of its own.</summary>
public interface IStepPeer
{
    /// <summary>The median of a training step in milliseconds.</summary>
    /// <param name="network">The network's name on the peer's side.</param>
    /// <param name="batch">Samples per step.</param>
    /// <param name="threads">Threads of the process.</param>
    /// <param name="steps">Steps that are timed.</param>
    double Step(string network, int batch, int threads, int steps);
}
