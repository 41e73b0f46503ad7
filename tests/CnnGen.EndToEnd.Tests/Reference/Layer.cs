namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>An operator in plain double arithmetic, for one sample: what the compiled kernels are compared with.</summary>
internal abstract class Layer
{
    public Dims Input { get; private set; }

    public Dims Output { get; private set; }

    /// <summary>Weights in the order of PyTorch's <c>state_dict</c>.</summary>
    public IReadOnlyList<Weights> Weights { get; private set; } = [];

    /// <summary>Multiply-adds of convolutions and linear layers, padding taps counted.</summary>
    public virtual long MultiplyAdds => 0;

    /// <summary>Fixes the input's shape.</summary>
    public void Bind(Dims input)
    {
        Input = input;
        Output = Shape(input);
        Weights = CreateWeights();
    }

    public abstract double[] Forward(double[] x);

    /// <summary>Adds d(loss)/d(weight) to the gradients and returns d(loss)/dx, for y = Forward(x) and dy = d(loss)/dy.</summary>
    public abstract double[] Backward(double[] x, double[] y, double[] dy);

    protected virtual Dims Shape(Dims input) => input;

    protected virtual IReadOnlyList<Weights> CreateWeights() => [];
}
