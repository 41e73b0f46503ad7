namespace CnnGen.EndToEnd.Tests.Support;

/// <summary>The adapter from the public surface; it relies on the interfaces alone.</summary>
internal sealed class Compiled<T>(T network) : ICompiled
    where T : ITrainableNetwork<T>
{
    public NetworkInfo Info => T.Info;

    public Span<float> Parameters => network.Parameters;

    public int Threads
    {
        get => network.Threads;
        set => network.Threads = value;
    }

    public void Predict(ReadOnlySpan<float> input, Span<float> output) => network.Predict(input, output);

    public void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => network.PredictBatch(inputs, outputs);

    public ICompiled Fork() => new Compiled<T>(network.Fork());

    public void Save(string path) => network.Save(path);

    public ICompiled Load(string path) => new Compiled<T>(T.Load(path));

    public ICompiled Load(Stream stream) => new Compiled<T>(T.Load(stream));

    public ITraining Train(Optimizer optimizer, int batchSize, int threads, Loss? loss) =>
        new Training<T>(new Trainer<T>(network, optimizer, batchSize, threads, loss));
}

internal sealed class Training<T>(Trainer<T> trainer) : ITraining
    where T : ITrainableNetwork<T>
{
    public ReadOnlySpan<float> Gradients => trainer.Gradients;

    public ReadOnlySpan<float> InputGradients => trainer.InputGradients;

    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels) => trainer.Step(inputs, labels);

    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => trainer.Step(inputs, targets);

    public float ForwardBackward(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels) => trainer.ForwardBackward(inputs, labels);

    public ReadOnlySpan<float> Forward(ReadOnlySpan<float> inputs) => trainer.Forward(inputs);

    public void Backward(ReadOnlySpan<float> outputGradients) => trainer.Backward(outputGradients);

    public void ApplyGradients() => trainer.ApplyGradients();
}
