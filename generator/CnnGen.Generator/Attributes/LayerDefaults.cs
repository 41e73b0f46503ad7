using CnnGen.Generator.Model;

namespace CnnGen.Generator.Attributes;

/// <summary>What the network says for layers that say nothing themselves.</summary>
internal sealed record LayerDefaults(Rounding Rounding, ConvAlgorithm Algorithm);
