using CnnGen.EndToEnd.Tests.Reference;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>A network to test: its compiled class, its scalar reference, and reproducible weights, inputs and targets.</summary>
internal abstract class NetworkCase(string name, ReferenceNetwork reference)
{
    public string Name { get; } = name;

    public ReferenceNetwork Reference { get; } = reference;

    public required string Group { get; init; }

    public required int Batch { get; init; }

    /// <summary>Inputs are uniform in [-Amplitude, Amplitude).</summary>
    public float Amplitude { get; init; } = 1;

    /// <summary>If not 0, inputs are rounded to so many levels per unit, so that equal ones are common.</summary>
    public int Levels { get; init; }

    public LossKind Loss { get; init; }

    public bool ChannelsLast { get; init; }

    /// <summary>Whether the goldens have parameters after several steps.</summary>
    public bool Trained { get; init; } = true;

    public bool HasLabels => Loss is LossKind.CrossEntropy or LossKind.LabelSmoothing;

    public int InputLength => Reference.Input.Length;

    public int OutputLength => Reference.Output.Length;

    public int LabelsPerSample => Reference.Output.H * Reference.Output.W;

    public override string ToString() => Name;

    /// <summary>A new instance with the parameters that the class's constructor gives.</summary>
    public abstract ICompiled Create();

    /// <summary>A new instance with the parameters of the goldens, in the reference too.</summary>
    public ICompiled CreateInitialised()
    {
        ICompiled network = Create();
        Initialise(network.Parameters);
        return network;
    }

    /// <summary>Fills a network's parameters, in the reference's order.</summary>
    public void Initialise(Span<float> parameters)
    {
        InitialiseReference();
        int offset = 0;
        foreach ((_, Weights weights) in Reference.Parameters)
        {
            foreach (double value in weights.Value)
            {
                parameters[offset++] = (float)value;
            }
        }
        Assert.Equal(parameters.Length, offset);
    }

    public void InitialiseReference()
    {
        foreach ((string parameter, Weights weights) in Reference.Parameters)
        {
            float[] values = SplitMix.Parameter(Name, parameter, weights.Shape);
            for (int i = 0; i < values.Length; i++)
            {
                weights.Value[i] = values[i];
            }
        }
        Reference.ClearUnconnected();
    }

    /// <summary>The samples of a batch, C×H×W.</summary>
    public float[] ReferenceInputs(int batch)
    {
        float[] x = SplitMix.Uniform($"{Name}/input", batch * InputLength, Amplitude);
        return Levels == 0 ? x : [.. x.Select(v => MathF.Floor(v * Levels + 0.5f) / Levels)];
    }

    /// <summary>The samples of a batch in the caller's layout.</summary>
    public float[] Inputs(int batch) => ToCaller(Reference.Input, ReferenceInputs(batch));

    public int[] Labels(int batch) => SplitMix.Labels($"{Name}/target", batch * LabelsPerSample, Reference.Output.C);

    public float[] Targets(int batch)
    {
        float[] values = SplitMix.Uniform($"{Name}/target", batch * OutputLength, 1);
        return Loss == LossKind.BinaryCrossEntropy ? [.. values.Select(v => v > 0 ? 1f : 0f)] : ToCaller(Reference.Output, values);
    }

    public Loss CreateLoss() => Loss switch
    {
        LossKind.LabelSmoothing => CnnGen.Loss.CrossEntropy(ReferenceLoss.Smoothing),
        LossKind.MeanSquaredError => CnnGen.Loss.MeanSquaredError(),
        LossKind.BinaryCrossEntropy => CnnGen.Loss.BinaryCrossEntropyWithLogits(),
        _ => CnnGen.Loss.CrossEntropy(),
    };

    /// <summary>From C×H×W to the order of the network's spans.</summary>
    public E[] ToCaller<E>(Dims dims, E[] samples)
    {
        if (!ChannelsLast)
        {
            return samples;
        }
        var result = new E[samples.Length];
        int pixels = dims.H * dims.W;
        for (int i = 0; i < samples.Length; i++)
        {
            int sample = i / dims.Length, channel = i % dims.Length / pixels, pixel = i % pixels;
            result[sample * dims.Length + pixel * dims.C + channel] = samples[i];
        }
        return result;
    }

    /// <summary>The part of the flat parameters that one parameter takes.</summary>
    public ReadOnlySpan<float> Part(ReadOnlySpan<float> parameters, string name)
    {
        int offset = 0;
        foreach ((string parameter, Weights weights) in Reference.Parameters)
        {
            if (parameter == name)
            {
                return parameters.Slice(offset, weights.Value.Length);
            }
            offset += weights.Value.Length;
        }
        throw new KeyNotFoundException($"{Name} has no parameter {name}");
    }
}

/// <summary>The case of one class.</summary>
internal sealed class NetworkCase<T>(Dims input, params Layer[] layers)
    : NetworkCase(typeof(T).Name, new ReferenceNetwork(input, layers))
    where T : ITrainableNetwork<T>, new()
{
    public override ICompiled Create() => new Compiled<T>(new T());
}
