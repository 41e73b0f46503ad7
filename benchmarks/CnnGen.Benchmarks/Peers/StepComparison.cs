using CnnGen.Benchmarks.Suites;

namespace CnnGen.Benchmarks.Peers;

/// <summary>CnnGen's <c>Step</c> against a peer's, in turns: a process of the peer, a burst here, and so on.</summary>
public sealed class StepComparison(IStepPeer peer)
{
    private const int Rounds = 5;
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(1);

    /// <summary>Times one network.</summary>
    /// <param name="network">A fresh network.</param>
    /// <param name="name">The name in the table.</param>
    /// <param name="file">The network's name on the peer's side.</param>
    /// <param name="batch">Samples per step.</param>
    /// <param name="threads">On both sides.</param>
    /// <param name="peerSteps">Steps of each of its processes.</param>
    /// <param name="goal">The least ratio we want.</param>
    public Row Run<T>(T network, string name, string file, int batch, int threads, int peerSteps, double? goal)
        where T : ITrainableNetwork<T>
    {
        var subject = new TrainingSubject<T>(network, batch, threads);
        Stopclock.MedianCall(() => subject.Step(), Burst);
        double[] ours = new double[Rounds], peers = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            peers[round] = peer.Step(file, batch, threads, peerSteps);
            ours[round] = Stopclock.MedianCall(() => subject.Step(), Burst);
        }

        return new Row(name, Stopclock.Median(ours), Stopclock.Median(peers), "ms", goal);
    }
}
