namespace CnnGen.Generator.Operators;

/// <summary>
/// What a layer asks for, whatever it is read from: one record an attribute, in its operator's file. It also is the layer's shape rule.
/// </summary>
internal abstract record LayerOptions
{
    /// <summary>What the layer becomes for its inputs; null where a mistake or an unknown input leaves it open.</summary>
    public abstract Inference? Infer(LayerContext layer);
}
