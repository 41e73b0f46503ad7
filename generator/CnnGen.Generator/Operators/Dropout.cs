using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators;

/// <summary>In training, zeroes elements with this probability and scales the rest by 1 / (1 − p); nothing in Predict.</summary>
internal sealed record Dropout(float Probability) : Operator
{
    internal override bool IgnoresOrder => true;

    internal override bool IsIdentity(bool training) => !training || Probability == 0;
}

/// <summary>Options of <c>Dropout</c>.</summary>
internal sealed record DropoutOptions(float Probability) : LayerOptions
{
    public override Inference? Infer(LayerContext layer) => layer.Elementwise(new Dropout(Probability));
}
