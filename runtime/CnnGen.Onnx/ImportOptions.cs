namespace CnnGen.Onnx;

/// <summary>How a model is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>The class's name; by default the model's, as far as C# allows.</summary>
    public string? Name { get; init; }

    /// <summary>The class's namespace; none by default.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The input's shape with the batch, such as [1, 3, 224, 224]; needed where the model leaves height or width open.</summary>
    public IReadOnlyList<int>? InputShape { get; init; }

    /// <summary>Inputs of the model that are constants from now on, by name.</summary>
    public IReadOnlyDictionary<string, Tensor> FixedInputs { get; init; } = new Dictionary<string, Tensor>();

    /// <summary>Whether to import what comes before the first nodes that cannot be, rather than nothing.</summary>
    public bool Partial { get; init; }

    /// <summary>
    /// Whether the network gives every tensor of the model that it computes, in the model's order, rather than the model's outputs: to see
    /// where two differ.
    /// </summary>
    public bool EveryTensor { get; init; }
}
