namespace CnnGen.EndToEnd.Tests.Support;

/// <summary>A compiled network without its type parameter, so that one test serves every class.</summary>
internal interface ICompiled
{
    NetworkInfo Info { get; }

    Span<float> Parameters { get; }

    int Threads { get; set; }

    void Predict(ReadOnlySpan<float> input, Span<float> output);

    void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs);

    ICompiled Fork();

    void Save(string path);

    ICompiled Load(string path);

    ICompiled Load(Stream stream);

    ITraining Train(Optimizer optimizer, int batchSize, int threads, Loss? loss = null);
}

/// <summary>A <see cref="Trainer{T}"/> without its type parameter.</summary>
internal interface ITraining
{
    ReadOnlySpan<float> Gradients { get; }

    ReadOnlySpan<float> InputGradients { get; }

    float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels);

    float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets);

    float ForwardBackward(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels);

    ReadOnlySpan<float> Forward(ReadOnlySpan<float> inputs);

    void Backward(ReadOnlySpan<float> outputGradients);

    void ApplyGradients();
}
