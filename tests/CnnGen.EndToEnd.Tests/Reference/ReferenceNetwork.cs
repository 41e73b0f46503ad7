namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>Layers in a row, one sample at a time, in double.</summary>
internal sealed class ReferenceNetwork
{
    private readonly Layer[] _layers;
    private readonly double[][] _values;

    public ReferenceNetwork(Dims input, params Layer[] layers)
    {
        Input = input;
        _layers = layers;
        _values = new double[layers.Length + 1][];
        foreach (Layer layer in layers)
        {
            layer.Bind(input);
            input = layer.Output;
        }
        Parameters = [.. layers.SelectMany((layer, i) => layer.Weights.Select(w => (Name: $"{i}.{w.Suffix}", Weights: w)))];
    }

    public IReadOnlyList<Layer> Layers => _layers;

    public Dims Input { get; }

    public Dims Output => _layers[^1].Output;

    /// <summary>Names and weights as in PyTorch's <c>state_dict</c> of the same <c>nn.Sequential</c>.</summary>
    public IReadOnlyList<(string Name, Weights Weights)> Parameters { get; }

    /// <summary>Weights where a mask removes the connection become zero.</summary>
    public void ClearUnconnected()
    {
        foreach (Conv2dLayer convolution in _layers.OfType<Conv2dLayer>())
        {
            convolution.ClearUnconnected();
        }
    }

    public double[] Forward(double[] x)
    {
        _values[0] = x;
        for (int i = 0; i < _layers.Length; i++)
        {
            _values[i + 1] = _layers[i].Forward(_values[i]);
        }
        return _values[^1];
    }

    /// <summary>For the sample of the last <see cref="Forward"/>: adds to the weights' gradients, returns d(loss)/dx.</summary>
    public double[] Backward(double[] dy)
    {
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            dy = _layers[i].Backward(_values[i], _values[i + 1], dy);
        }
        return dy;
    }

    public void ClearGradients()
    {
        foreach ((_, Weights weights) in Parameters)
        {
            Array.Clear(weights.Gradient);
        }
    }
}
