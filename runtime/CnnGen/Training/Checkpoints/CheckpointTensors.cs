using CnnGen.Runtime;

namespace CnnGen;

/// <summary>The tensors of a checkpoint as they are to be written: parameters and buffers of one moment, then the sections.</summary>
internal sealed class CheckpointTensors : IParameterValues
{
    private readonly WeightLayout _layout;
    private readonly HeldWeights _weights;
    private readonly Dictionary<string, CheckpointSection> _sections = [];
    private readonly List<ParameterInfo> _all = [];

    public CheckpointTensors(
        IReadOnlyList<ParameterInfo> parameters, IEnumerable<CheckpointSection> sections, WeightLayout layout, HeldWeights weights)
    {
        (_layout, _weights) = (layout, weights);
        _all.AddRange(parameters);
        foreach (CheckpointSection section in sections)
        {
            foreach (ParameterInfo tensor in parameters.Where(parameter => parameter.IsTrainable).Select(section.TensorOf))
            {
                _all.Add(tensor);
                _sections.Add(tensor.Name, section);
            }
        }
    }

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<ParameterInfo> All => _all;

    /// <inheritdoc/>
    public void Read(ParameterInfo parameter, Action<ReadOnlySpan<float>> use)
    {
        if (_sections.TryGetValue(parameter.Name, out CheckpointSection? section))
        {
            section.Read(_layout.EntryAt(parameter.Offset), use);
        }
        else
        {
            _weights.Read(parameter, use);
        }
    }

    /// <inheritdoc/>
    public void Write(ParameterInfo parameter, Action<Span<float>> fill) =>
        throw new NotSupportedException("What is saved does not change.");
}
