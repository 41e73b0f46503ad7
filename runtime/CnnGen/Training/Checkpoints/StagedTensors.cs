using CnnGen.Runtime;

namespace CnnGen;

/// <summary>The tensors of a checkpoint as they were read; nothing changes before <see cref="Commit"/>.</summary>
internal sealed class StagedTensors : IParameterValues
{
    private readonly IReadOnlyList<ParameterInfo> _parameters;
    private readonly IReadOnlyList<CheckpointSection> _sections;
    private readonly Dictionary<string, float[]> _values = [];
    private readonly float[] _network;

    public StagedTensors(IReadOnlyList<ParameterInfo> parameters, IReadOnlyList<CheckpointSection> sections)
    {
        (_parameters, _sections) = (parameters, sections);
        _network = new float[parameters.Sum(parameter => parameter.Length)];
        Expected =
        [
            .. parameters,
            .. sections.SelectMany(section => parameters.Where(parameter => parameter.IsTrainable).Select(section.TensorOf)),
        ];
        foreach (ParameterInfo tensor in Expected.Skip(parameters.Count))
        {
            _values.Add(tensor.Name, []);
        }
    }

    /// <summary>The tensors that the file is to hold.</summary>
    public IReadOnlyList<ParameterInfo> Expected { get; }

    /// <inheritdoc/>
    public void Read(ParameterInfo parameter, Action<ReadOnlySpan<float>> use) =>
        throw new NotSupportedException("What is loaded is not read tensor by tensor.");

    /// <inheritdoc/>
    public void Write(ParameterInfo parameter, Action<Span<float>> fill)
    {
        if (_values.ContainsKey(parameter.Name))
        {
            fill(_values[parameter.Name] = new float[parameter.Length]);
        }
        else
        {
            fill(_network.AsSpan(parameter.Offset, parameter.Length));
        }
    }

    /// <summary>Sets parameters, buffers and sections.</summary>
    public void Commit(WeightStore store)
    {
        store.Assign(_network);
        foreach (CheckpointSection section in _sections)
        {
            foreach (ParameterInfo parameter in _parameters.Where(parameter => parameter.IsTrainable))
            {
                section.Write(store.Layout.EntryAt(parameter.Offset), _values[section.TensorOf(parameter).Name]);
            }
        }
    }
}
