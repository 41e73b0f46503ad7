using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Attributes;

/// <summary>Reads a layer's arguments.</summary>
/// <param name="spec">The attribute; its expressions have values.</param>
/// <param name="defaults">What the network says.</param>
/// <param name="layer">The layer, for ways out.</param>
internal sealed class LayerReader(LayerSpec spec, LayerDefaults defaults, LayerContext layer) : ArgumentReader(spec, layer.Problems)
{
    public LayerContext Layer => layer;

    /// <summary>The layer's own rounding wins over the network's.</summary>
    public Rounding Rounding => Spec.Has("Rounding") ? Choice<Rounding>("Rounding") : defaults.Rounding;

    /// <summary>The layer's own algorithm wins over the network's.</summary>
    public ConvAlgorithm Algorithm => Spec.Has("Algorithm") ? Choice<ConvAlgorithm>("Algorithm") : defaults.Algorithm;

    public float Momentum => Number("Momentum", fallback: 0.1f, value => value >= 0 && value <= 1, "in [0, 1]");

    public float Probability => Number("probability", fallback: 0, value => value >= 0 && value < 1, "in [0, 1)");

    public bool Affine(bool fallback) => Spec.Get("Affine", fallback);

    public float Eps(float fallback = 1e-5f) => Number("Eps", fallback, value => value >= 0 && value <= float.MaxValue, "at least 0");

    public EquatableArray<float> Numbers(string argument) => Spec.Get(argument, EquatableArray<float>.Empty);

    /// <summary>The first of these arguments that is written.</summary>
    public string? Written(params string[] arguments) => arguments.FirstOrDefault(Spec.Has);
}
