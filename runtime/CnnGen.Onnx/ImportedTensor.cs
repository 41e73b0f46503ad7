using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx;

/// <summary>A tensor of the model that the network takes or gives, and how its elements lie in the network's span.</summary>
public sealed class ImportedTensor
{
    private readonly View _view;

    internal ImportedTensor(string name, View view, bool isChannelsLast)
    {
        Name = name;
        _view = view;
        IsChannelsLast = isChannelsLast;
    }

    /// <summary>The model's name of it.</summary>
    public string Name { get; }

    /// <summary>Its shape in the model, with the batch.</summary>
    public IReadOnlyList<int> Shape => _view.Shape;

    /// <summary>How many samples the model's tensor has.</summary>
    public int Batch => Shape.Aggregate(1, (product, size) => product * size) / SampleLength;

    /// <summary>Elements of a sample in the network's span.</summary>
    public int SampleLength => _view.Value.Shape.Length;

    /// <summary>Whether samples lie as rows, columns, channels in the network's span rather than channels first.</summary>
    public bool IsChannelsLast { get; }

    /// <summary>Whether the network's span has the model's order, so that nothing must be moved.</summary>
    public bool HasModelsOrder => Enumerable.Range(0, Math.Min(SampleLength * Batch, int.MaxValue)).Zip(Places())
        .All(pair => pair.First == pair.Second);

    /// <summary>Elements in the model's order, samples together, to those of the network.</summary>
    /// <param name="model">All elements in the model's order.</param>
    /// <param name="network">All elements, sample by sample, as the network takes them.</param>
    public void ToNetwork(ReadOnlySpan<float> model, Span<float> network)
    {
        int i = 0;
        foreach (int place in Places())
        {
            network[place] = model[i++];
        }
    }

    /// <summary>Elements of the network to the model's order.</summary>
    /// <param name="network">All elements, sample by sample, as the network gives them.</param>
    /// <param name="model">All elements in the model's order.</param>
    public void ToModel(ReadOnlySpan<float> network, Span<float> model)
    {
        int i = 0;
        foreach (int place in Places())
        {
            model[i++] = network[place];
        }
    }

    /// <summary>For each element in the model's order its place in the network's spans.</summary>
    private IEnumerable<int> Places()
    {
        ImageShape shape = _view.Value.Shape;
        Dictionary<Dim, int> strides = IsChannelsLast
            ? new() { [Dim.C] = 1, [Dim.W] = shape.Channels, [Dim.H] = shape.Channels * shape.Width, [Dim.N] = shape.Length }
            : new() { [Dim.W] = 1, [Dim.H] = shape.Width, [Dim.C] = shape.Width * shape.Height, [Dim.N] = shape.Length };
        Atom[] digits = [.. _view.Axes.SelectMany(axis => axis)];
        var index = new int[digits.Length];
        int place = 0;
        while (true)
        {
            yield return place;
            int digit = digits.Length - 1;
            for (; digit >= 0; digit--)
            {
                int stride = digits[digit].Stride * strides[digits[digit].Dim];
                place += stride;
                if (++index[digit] < digits[digit].Size)
                {
                    break;
                }

                place -= stride * digits[digit].Size;
                index[digit] = 0;
            }

            if (digit < 0)
            {
                yield break;
            }
        }
    }
}
