using CnnGen.Formats;

namespace CnnGen.Tool.Inspection;

/// <summary>A layer, or a node of a model.</summary>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="Kind">The attribute, or the operator.</param>
/// <param name="Options">What else there is to say of it.</param>
/// <param name="Shape">Its output's; empty where it is not known.</param>
/// <param name="Parameters">Trainable ones.</param>
/// <param name="MultiplyAdds">Of a sample; null where they are not known.</param>
/// <param name="ReceptiveField">Rows of the input that an element sees; null where it is not known.</param>
/// <param name="Kernel">What it was compiled to.</param>
/// <param name="Inputs">The layers that it reads, as indices; −1 is the input.</param>
internal sealed record ReportLayer(
    string Name, string Kind, string Options, string Shape, long Parameters, long? MultiplyAdds, int? ReceptiveField, string Kernel,
    IReadOnlyList<int> Inputs);

/// <summary>What there is to see in a file.</summary>
/// <param name="Title">The network's or the file's name.</param>
/// <param name="Facts">In a line or two: what, and how much.</param>
/// <param name="Input">What the layers begin with; empty where there are none.</param>
internal sealed record Report(string Title, IReadOnlyList<(string Name, string Value)> Facts, string Input)
{
    public IReadOnlyList<ReportLayer> Layers { get; init; } = [];

    /// <summary>The weights.</summary>
    public IReadOnlyList<NamedTensor> Tensors { get; init; } = [];

    /// <summary>The memory of <c>Predict</c>.</summary>
    public IReadOnlyList<BufferInfo> Arena { get; init; } = [];
}
