namespace CnnGen.Generator.Operators;

/// <summary>In training, zeroes elements with this probability and scales the rest by 1 / (1 − p); nothing in Predict.</summary>
internal sealed record Dropout(float Probability) : Operator
{
    public static Inference? Infer(LayerContext layer) =>
        layer.Elementwise(new Dropout(ReadProbability(layer)));

    public static float ReadProbability(LayerContext layer) =>
        layer.Number("probability", 0, value => value >= 0 && value < 1, "in [0, 1)");
}
