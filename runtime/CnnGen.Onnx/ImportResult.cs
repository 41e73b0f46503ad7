using CnnGen.Onnx.Translation;
using CnnGen.Runtime;

namespace CnnGen.Onnx;

/// <summary>A parameter of an imported network.</summary>
/// <param name="Name">Its name in the network's safetensors file.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Values">Its values.</param>
public sealed record ImportedParameter(string Name, IReadOnlyList<int> Shape, Tensor Values);

/// <summary>What became of a model: a network, or problems.</summary>
public sealed class ImportResult
{
    internal ImportResult(string name, IReadOnlyList<ImportProblem> problems)
    {
        Name = name;
        Problems = problems;
    }

    /// <summary>The class's name.</summary>
    public string Name { get; }

    /// <summary>Why there is no network, or, for a partial import, what is left out of it.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; }

    /// <summary>The C# source; null where there is no network.</summary>
    public string? Source { get; internal init; }

    /// <summary>The network's parameters, in its order.</summary>
    public IReadOnlyList<ImportedParameter> Parameters { get; internal init; } = [];

    /// <summary>The model's input that the network takes.</summary>
    public ImportedTensor? Input { get; internal init; }

    /// <summary>The model's tensors that the network gives.</summary>
    public IReadOnlyList<ImportedTensor> Outputs { get; internal init; } = [];

    /// <summary>The names of the nodes that a partial import leaves out.</summary>
    public IReadOnlyList<string> Outside { get; internal init; } = [];

    /// <summary>Writes the parameters in the safetensors format; the file is replaced as a whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SaveWeights(string path) => Safetensors.Save(path, Infos(), Flat());

    /// <summary>Writes the parameters in the safetensors format at the stream's position; the stream stays open.</summary>
    public void SaveWeights(Stream stream) => Safetensors.Save(stream, Infos(), Flat());

    private List<ParameterInfo> Infos()
    {
        var infos = new List<ParameterInfo>();
        int offset = 0;
        foreach (ImportedParameter parameter in Parameters)
        {
            infos.Add(new(parameter.Name, [.. parameter.Shape], offset, parameter.Values.Length, IsTrainable: true));
            offset = checked(offset + parameter.Values.Length);
        }

        return infos;
    }

    private float[] Flat()
    {
        var flat = new float[Parameters.Sum(parameter => parameter.Values.Length)];
        int offset = 0;
        foreach (ImportedParameter parameter in Parameters)
        {
            parameter.Values.ToSingles().CopyTo(flat, offset);
            offset += parameter.Values.Length;
        }

        return flat;
    }
}
