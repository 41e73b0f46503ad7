namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>A layer that hands its elements on.</summary>
internal abstract class IdentityLayer : Layer
{
    public override double[] Forward(double[] x) => x;

    public override double[] Backward(double[] x, double[] y, double[] dy) => dy;
}

/// <summary>C×H×W as a vector.</summary>
internal sealed class FlattenLayer : IdentityLayer
{
    protected override Dims Shape(Dims input) => new(input.Length, 1, 1);
}

/// <summary>Dropout with probability 0; others are random and have tests of their own.</summary>
internal sealed class DropoutLayer : IdentityLayer
{
    public DropoutLayer(double probability) => ArgumentOutOfRangeException.ThrowIfNotEqual(probability, 0);
}
