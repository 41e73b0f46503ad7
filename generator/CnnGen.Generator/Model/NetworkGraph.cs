namespace CnnGen.Generator.Model;

/// <summary>A tensor: the network's input or a node's output.</summary>
internal sealed record Value(int Id, string? Name, Shape Shape);

internal enum InitKind
{
    /// <summary>U(−Bound, Bound).</summary>
    Uniform,
    Constant,
}

/// <summary>How a parameter begins: PyTorch's defaults.</summary>
internal readonly record struct ParameterInit(InitKind Kind, float Value);

/// <summary>A parameter or buffer in PyTorch's layout. <c>ActiveCount</c> leaves out elements that masks hold at zero.</summary>
internal sealed record Parameter(string Name, EquatableArray<int> Shape, ParameterInit Init, bool IsTrainable, int ActiveCount);

/// <summary>An operator applied to values. Nodes stand in execution order.</summary>
/// <param name="Name">Prefix of the parameters: the layer's name or index (with the path of its blocks).</param>
/// <param name="Kind">The attribute's name as the user wrote it, for example <c>Conv2d</c>.</param>
internal sealed record Node(
    string Name,
    string Kind,
    Operator Operator,
    EquatableArray<int> Inputs,
    int Output,
    EquatableArray<Parameter> Parameters,
    long MultiplyAdds,
    int ReceptiveField)
{
    /// <summary>The applications of blocks in which it stands, outermost first: <c>layer1.0: Bottleneck(64, 1)</c>.</summary>
    public EquatableArray<string> Blocks { get; init; }

    /// <summary>What messages call the layer.</summary>
    public string Text => Name.Length == 0 ? Kind : $"{Kind} '{Name}'";
}

/// <summary>The network with names resolved, blocks expanded and every shape known. Value 0 is the input.</summary>
internal sealed record NetworkGraph(EquatableArray<Value> Values, EquatableArray<Node> Nodes, EquatableArray<int> Outputs);
