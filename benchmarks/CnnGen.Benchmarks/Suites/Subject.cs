namespace CnnGen.Benchmarks.Suites;

/// <summary>A network with an input and an output to run it on.</summary>
public sealed class Subject<T>
    where T : INetwork<T>
{
    private readonly T _network;

    /// <summary>Fills the input with random values and runs the network once.</summary>
    public Subject(T network)
    {
        _network = network;
        Input = RandomData.Floats(T.Info.Inputs[0].Length);
        Output = new float[T.Info.Outputs[0].Length];
        Predict();
    }

    /// <summary>One sample.</summary>
    public float[] Input { get; }

    /// <summary>The last result.</summary>
    public float[] Output { get; }

    /// <summary>One inference; returns the first score.</summary>
    public float Predict()
    {
        _network.Predict(Input, Output);
        return Output[0];
    }
}
