// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Weights;
#else
namespace CnnGen.Runtime;
#endif

/// <summary>What becomes of a file's tensor.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="Name">Its name in the network; null if the caller leaves it out.</param>
/// <param name="Parameter">The parameter of that name; null if there is none.</param>
internal sealed record TensorUse(SafetensorsTensor Tensor, string? Name, ParameterInfo? Parameter)
{
    /// <summary>Whether its elements become floats.</summary>
    public bool IsReadable => ElementType.Find(Tensor.DataType) is { IsFloat: true };

    /// <summary>Whether it could be loaded but for its shape.</summary>
    public bool IsMisshaped => Parameter is not null && IsReadable && !Tensor.HasShape(Parameter.Shape);
}

/// <summary>Which parameter each tensor of a file is for.</summary>
/// <param name="Uses">All tensors in the file's order.</param>
/// <param name="Missing">Parameters without a tensor.</param>
internal sealed record TensorMatch(IReadOnlyList<TensorUse> Uses, IReadOnlyList<ParameterInfo> Missing)
{
    /// <summary>Tensors that are not loaded although they hold something.</summary>
    public IReadOnlyList<TensorUse> Unexpected { get; } =
        [.. Uses.Where(use => use.Parameter is null && !use.Tensor.IsIgnorable)];

    /// <summary>Matches by name.</summary>
    /// <param name="tensors">The file's.</param>
    /// <param name="parameters">The network's.</param>
    /// <param name="rename">From a tensor's name to the network's, or to null; null for names as they are.</param>
    public static TensorMatch Find(
        IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyList<ParameterInfo> parameters, Func<string, string?>? rename = null)
    {
        Dictionary<string, ParameterInfo> byName = parameters.ToDictionary(parameter => parameter.Name);
        string?[] names = [.. tensors.Select(tensor => rename is null ? tensor.Name : rename(tensor.Name))];
        UseLayerNames(names, byName);
        IEnumerable<TensorUse> uses = tensors.Zip(
            names,
            (tensor, name) => new TensorUse(
                tensor, name, name is not null && byName.TryGetValue(name, out ParameterInfo? parameter) ? parameter : null));
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
