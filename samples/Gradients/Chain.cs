using CnnGen;

namespace GradientsSample;

/// <summary>A chain of layers and its trainer.</summary>
/// <typeparam name="T">The network: with or without skip connections.</typeparam>
public sealed class Chain<T> : IDisposable
    where T : ITrainableNetwork<T>
{
    private const float LearningRate = 0.01f;
    private readonly T _network;
    private readonly Trainer<T> _trainer;

    /// <summary>Gives the network its first weights.</summary>
    public Chain(T network, Options options)
    {
        _network = network;
        _network.Threads = options.Threads;
        InitialWeights.Set(network, options.Gain, options.Seed);
        _trainer = new Trainer<T>(network, new Sgd(LearningRate, momentum: 0.9), options.Batch, options.Threads);
    }

    /// <summary>The length of the loss's gradient with respect to the weights of each layer of the chain, from the input on.</summary>
    public double[] GradientNorms(Stripes batch)
    {
        _trainer.ForwardBackward(batch.Images, batch.Labels);
        var norms = new List<double>();
        foreach (var parameter in T.Info.Parameters)
        {
            if (parameter.Name.EndsWith(".conv.weight", StringComparison.Ordinal))
            {
                norms.Add(Norm(_trainer.Gradients.Slice(parameter.Offset, parameter.Length)));
            }
        }

        return [.. norms];
    }

    /// <summary>One step of training; returns the loss.</summary>
    public float Step(Stripes batch) => _trainer.Step(batch.Images, batch.Labels);

    /// <summary>The share of images whose class has the highest score.</summary>
    public double Accuracy(Stripes images)
    {
        float[] scores = new float[images.Labels.Length * Stripes.Classes];
        _network.PredictBatch(images.Images, scores);
        int right = 0;
        for (int i = 0; i < images.Labels.Length; i++)
        {
            var own = scores.AsSpan(i * Stripes.Classes, Stripes.Classes);
            float highest = float.NegativeInfinity;
            foreach (float score in own)
            {
                highest = Math.Max(highest, score);
            }

            right += own[images.Labels[i]] == highest ? 1 : 0;
        }

        return (double)right / images.Labels.Length;
    }

    /// <summary>Ends the trainer's threads.</summary>
    public void Dispose() => _trainer.Dispose();

    private static double Norm(ReadOnlySpan<float> vector)
    {
        double sum = 0;
        foreach (float element in vector)
        {
            sum += (double)element * element;
        }

        return Math.Sqrt(sum);
    }
}
