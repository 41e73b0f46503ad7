using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators;

/// <summary>exp(x) / Σ exp(x), or its logarithm, over a vector's features or over the channels at each pixel.</summary>
internal sealed record Softmax(bool Logarithmic) : Operator
{
    internal override bool IgnoresOrder => true;
}

/// <summary>Options of <c>Softmax</c> and <c>LogSoftmax</c>.</summary>
internal sealed record SoftmaxOptions(bool Logarithmic) : LayerOptions
{
    public override Inference? Infer(LayerContext layer) => layer.Elementwise(new Softmax(Logarithmic));
}
