namespace CnnGen.Generator.Operators;

/// <summary>What a layer's options are read from: an attribute. Messages and ways out name its arguments.</summary>
internal interface ILayerSource
{
    /// <summary>The name of the layer's output; null where nothing is written.</summary>
    string? Name { get; }

    /// <summary>The arguments that are written.</summary>
    IEnumerable<string> Written { get; }

    /// <summary>What the layer reads in the place of the previous output; null where nothing is written.</summary>
    string? From { get; }

    /// <summary>The tensors that a merging layer names.</summary>
    EquatableArray<string> Names { get; }

    /// <summary>Whether an argument is written.</summary>
    bool Has(string argument);

    /// <summary>Whether all of these are written without their names.</summary>
    bool ArePositional(params string[] arguments);

    /// <summary>Whether an argument is an expression, which no number may replace.</summary>
    bool IsComputed(string argument);

    /// <summary>Whether the user's settings accept rows that a stride leaves unread.</summary>
    /// <param name="argument">Where that is reported.</param>
    bool AcceptsRest(string argument);

    /// <summary>The same with another value of an argument; null: without it.</summary>
    ILayerSource With(string argument, object? value);

    /// <summary>The same arguments of another kind of layer.</summary>
    ILayerSource As(string kind);

    /// <summary>The options; what is wrong with an argument by itself is reported to the layer.</summary>
    LayerOptions Read(LayerContext layer);
}
