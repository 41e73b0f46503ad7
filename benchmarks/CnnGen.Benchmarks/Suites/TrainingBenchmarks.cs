using BenchmarkDotNet.Attributes;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Suites;

/// <summary>Training steps: forward, cross-entropy, backward, SGD with momentum.</summary>
[MemoryDiagnoser]
public class TrainingBenchmarks
{
    private TrainingSubject<LeNet5> _leNet5 = null!;
    private TrainingSubject<SmallVgg> _smallVgg = null!;

    /// <summary>Threads of the trainer.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Makes the trainers.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _leNet5 = new TrainingSubject<LeNet5>(new LeNet5(1), 64, Threads);
        _smallVgg = new TrainingSubject<SmallVgg>(new SmallVgg(1), 64, Threads);
    }

    /// <summary>LeNet-5, 64 samples.</summary>
    [Benchmark]
    public float LeNet5() => _leNet5.Step();

    /// <summary>Small VGG, 64 samples.</summary>
    [Benchmark]
    public float SmallVgg() => _smallVgg.Step();
}
