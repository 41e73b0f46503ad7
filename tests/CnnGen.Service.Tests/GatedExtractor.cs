using CnnGen.Samples.Service.Engine;

namespace CnnGen.Service.Tests;

/// <summary>An engine that waits at a gate, and knows how many instances and calls there are.</summary>
internal sealed class GatedExtractor : IFeatureExtractor
{
    private readonly Counters _counters;
    private int _isBusy;

    public GatedExtractor()
        : this(new Counters())
    {
    }

    private GatedExtractor(Counters counters) => _counters = counters;

    public ManualResetEventSlim Gate => _counters.Gate;

    public int Forks => _counters.Forks;

    public int Entered => _counters.Entered;

    public bool WasShared => _counters.WasShared;

    public void Extract(ReadOnlySpan<float> input, Span<float> features)
    {
        _counters.WasShared |= Interlocked.Exchange(ref _isBusy, 1) == 1;
        Interlocked.Increment(ref _counters.Entered);
        _counters.Gate.Wait();
        features.Clear();
        features[0] = 1;
        Volatile.Write(ref _isBusy, 0);
    }

    public IFeatureExtractor Fork()
    {
        Interlocked.Increment(ref _counters.Forks);
        return new GatedExtractor(_counters);
    }

    private sealed class Counters
    {
        public readonly ManualResetEventSlim Gate = new(initialState: true);
        public int Forks;
        public int Entered;
        public volatile bool WasShared;
    }
}
