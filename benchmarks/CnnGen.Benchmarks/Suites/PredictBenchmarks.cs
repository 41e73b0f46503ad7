using BenchmarkDotNet.Attributes;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Suites;

/// <summary>One sample through whole networks, one thread.</summary>
[MemoryDiagnoser]
public class PredictBenchmarks
{
    private readonly Subject<Ball> _ball = new(new Ball(1));
    private readonly Subject<Pedestrian> _pedestrian = new(new Pedestrian(1));
    private readonly Subject<LeNet5> _leNet5 = new(new LeNet5(1));
    private readonly Subject<SmallVgg> _smallVgg = new(new SmallVgg(1));

    /// <summary>Ball classifier.</summary>
    [Benchmark]
    public float Ball() => _ball.Predict();

    /// <summary>Pedestrian classifier.</summary>
    [Benchmark]
    public float Pedestrian() => _pedestrian.Predict();

    /// <summary>LeNet-5.</summary>
    [Benchmark]
    public float LeNet5() => _leNet5.Predict();

    /// <summary>Small VGG.</summary>
    [Benchmark]
    public float SmallVgg() => _smallVgg.Predict();
}
