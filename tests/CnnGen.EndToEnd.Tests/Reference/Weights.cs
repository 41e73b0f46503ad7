namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>A parameter of a reference layer and the gradient that backward passes add up.</summary>
internal sealed class Weights(string suffix, params int[] shape)
{
    public string Suffix { get; } = suffix;

    public int[] Shape { get; } = shape;

    public double[] Value { get; } = new double[shape.Aggregate(1, (a, b) => a * b)];

    public double[] Gradient { get; } = new double[shape.Aggregate(1, (a, b) => a * b)];
}
