namespace CnnGen.Generator.Operators;

/// <summary>exp(x) / Σ exp(x), or its logarithm, over a vector's features or over the channels at each pixel.</summary>
internal sealed record Softmax(bool Logarithmic) : Operator;
