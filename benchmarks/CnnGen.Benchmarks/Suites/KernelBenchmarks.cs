using BenchmarkDotNet.Attributes;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Suites;

/// <summary>Networks of one layer, one thread: the kernels alone, beside the multiply-adds of registers alone.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private static readonly int PeakRounds = FmaPeak.RoundsFor(Networks.Conv3x3.MultiplyAdds);

    private readonly Subject<Conv3x3> _conv = new(new Conv3x3(1));
    private readonly Subject<DilatedConv3x3> _dilated = new(new DilatedConv3x3(1));
    private readonly Subject<Linear512x256> _linear = new(new Linear512x256(1));
    private readonly Subject<MaxPool2x2> _maxPool = new(new MaxPool2x2(1));
    private readonly Subject<AvgPool3x3> _avgPool = new(new AvgPool3x3(1));
    private readonly Subject<TanhLayer> _tanh = new(new TanhLayer(1));

    /// <summary>The multiply-adds of the convolution below, in registers: no direct convolution is faster.</summary>
    [Benchmark(Baseline = true)]
    public float Peak() => FmaPeak.Run(PeakRounds, 0.999f, 1e-6f);

    /// <summary>3×3 convolution, 28×28×64 to 96, by Winograd's method.</summary>
    [Benchmark]
    public float Conv3x3() => _conv.Predict();

    /// <summary>The same with dilation 2, directly.</summary>
    [Benchmark]
    public float DilatedConv3x3() => _dilated.Predict();

    /// <summary>Linear layer, 512 to 256.</summary>
    [Benchmark]
    public float Linear512x256() => _linear.Predict();

    /// <summary>2×2 maximum pool of 28×28×64.</summary>
    [Benchmark]
    public float MaxPool2x2() => _maxPool.Predict();

    /// <summary>3×3 average pool of 28×28×64, stride 1.</summary>
    [Benchmark]
    public float AvgPool3x3() => _avgPool.Predict();

    /// <summary>Tanh of 28×28×64.</summary>
    [Benchmark]
    public float Tanh() => _tanh.Predict();
}
