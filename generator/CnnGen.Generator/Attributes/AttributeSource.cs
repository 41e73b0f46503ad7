using System.Globalization;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Operators.Rules;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Attributes;

/// <summary>A layer's attribute; its expressions have values.</summary>
/// <param name="Defaults">What the network says.</param>
internal sealed record AttributeSource(LayerSpec Spec, LayerDefaults Defaults) : ILayerSource
{
    public string? Name => Spec.Name;

    public IEnumerable<string> Written => Spec.Arguments.Select(argument => argument.Name);

    public string? From => Spec.From;

    public EquatableArray<string> Names => Spec.Get(Merge.Names, EquatableArray<string>.Empty);

    public bool Has(string argument) => Spec.Has(argument);

    public bool ArePositional(params string[] arguments) => Spec.ArePositional(arguments);

    public bool IsComputed(string argument) => Spec.IsComputed(argument);

    public bool AcceptsRest(string argument) => Spec.AcceptsRest(argument);

    public ILayerSource With(string argument, object? value) => this with { Spec = Spec.With(argument, Plain(value)) };

    public ILayerSource As(string kind) => this with { Spec = Spec with { Kind = kind } };

    public LayerOptions Read(LayerContext layer) => LayerReaders.Read(new(Spec, Defaults, layer));

    /// <summary>As a specification holds it.</summary>
    private static object? Plain(object? value) => value is Enum ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : value;
}
