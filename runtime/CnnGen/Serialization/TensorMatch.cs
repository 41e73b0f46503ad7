namespace CnnGen.Runtime;

/// <summary>What becomes of a file's tensor.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="Name">Its name in the network; null if the caller leaves it out.</param>
/// <param name="Parameter">The parameter of that name; null if there is none.</param>
internal sealed record TensorUse(SafetensorsTensor Tensor, string? Name, ParameterInfo? Parameter);

/// <summary>Which parameter each tensor of a file is for.</summary>
/// <param name="Uses">All tensors in the file's order.</param>
/// <param name="Missing">Parameters without a tensor.</param>
internal sealed record TensorMatch(IReadOnlyList<TensorUse> Uses, IReadOnlyList<ParameterInfo> Missing)
{
    /// <summary>Tensors that are not loaded although they hold something.</summary>
    public IReadOnlyList<TensorUse> Unexpected { get; } =
        [.. Uses.Where(use => use.Parameter is null && !use.Tensor.IsIgnorable)];

    /// <summary>What a caller may want to know of it.</summary>
    public LoadReport Report =>
        new([.. Missing.Select(parameter => parameter.Name)], [.. Unexpected.Select(use => use.Tensor.Name)]);

    /// <summary>Matches by name.</summary>
    public static TensorMatch Find(
        IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyList<ParameterInfo> parameters, LoadOptions options)
    {
        Dictionary<string, ParameterInfo> byName = parameters.ToDictionary(parameter => parameter.Name);
        string?[] names = [.. tensors.Select(tensor => options.Rename is null ? tensor.Name : options.Rename(tensor.Name))];
        UseLayerNames(names, byName);
        IEnumerable<TensorUse> uses = tensors.Zip(
            names, (tensor, name) => new TensorUse(tensor, name, name is null ? null : byName.GetValueOrDefault(name)));
        HashSet<string?> found = [.. names];
        return new TensorMatch([.. uses], [.. parameters.Where(parameter => !found.Contains(parameter.Name))]);
    }

    /// <summary>A module's bare parameter <c>layer_scale</c> is the weight of a layer of that name here: <c>layer_scale.weight</c>.</summary>
    private static void UseLayerNames(string?[] names, Dictionary<string, ParameterInfo> parameters)
    {
        HashSet<string?> found = [.. names];
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] is { } name && $"{name}.weight" is var weight && parameters.ContainsKey(weight) && !found.Contains(weight))
            {
                names[i] = weight;
            }
        }
    }
}
