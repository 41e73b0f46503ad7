namespace CnnGen.Benchmarks.Suites;

/// <summary>A trainer with a batch of random samples.</summary>
public sealed class TrainingSubject<T>
    where T : ITrainableNetwork<T>
{
    private readonly Trainer<T> _trainer;
    private readonly float[] _inputs;
    private readonly int[] _labels;

    /// <summary>SGD with momentum, as PyTorch's side of the comparison.</summary>
    public TrainingSubject(T network, int batchSize, int threads)
    {
        _trainer = new Trainer<T>(network, new Sgd(0.01f, momentum: 0.9f), batchSize, threads);
        _inputs = RandomData.Floats(batchSize * T.Info.Inputs[0].Length);
        _labels = RandomData.Labels(batchSize, T.Info.Outputs[0].Length);
        Step();
    }

    /// <summary>One training step; returns the loss.</summary>
    public float Step() => _trainer.Step(_inputs, _labels);
}
