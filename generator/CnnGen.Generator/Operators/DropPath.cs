using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators;

/// <summary>In training, zeroes whole samples with this probability and scales the rest by 1 / (1 − p); nothing in Predict.</summary>
internal sealed record DropPath(float Probability) : Operator
{
    internal override bool IgnoresOrder => true;

    internal override bool IsIdentity(bool training) => !training || Probability == 0;
}

/// <summary>Options of <c>DropPath</c>.</summary>
internal sealed record DropPathOptions(float Probability) : LayerOptions
{
    public override Inference? Infer(LayerContext layer) => layer.Elementwise(new DropPath(Probability));
}
