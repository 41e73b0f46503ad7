using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Attributes;

/// <summary>The attributes of pools.</summary>
internal static class PoolReader
{
    public static LayerOptions Windows(LayerReader layer, PoolKind kind) => new Pool2dOptions(
        kind, WindowReader.Read(layer, isPool: true), layer.Choice<Ties>("Ties"), layer.Spec.Get("CountIncludePad", true));

    /// <summary>One <c>size</c> for both axes, or a height and a width.</summary>
    public static LayerOptions Adaptive(LayerReader layer, PoolKind kind) => new AdaptivePool2dOptions(
        kind,
        layer.AtLeast(1, layer.Written("size") ?? "height", fallback: 1),
        layer.AtLeast(1, layer.Written("size") ?? "width", fallback: 1));
}
