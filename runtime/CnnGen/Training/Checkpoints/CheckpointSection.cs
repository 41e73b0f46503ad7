using CnnGen.Runtime;

namespace CnnGen;

/// <summary>Reads or writes numbers in kernel order, from an offset on.</summary>
internal delegate void ReadPacked(int start, Span<float> values);

/// <inheritdoc cref="ReadPacked"/>
internal delegate void WritePacked(int start, ReadOnlySpan<float> values);

/// <summary>
/// A number for each trainable parameter beside its value, such as a moment; in a checkpoint a tensor for each parameter, in PyTorch's
/// order like the parameter itself, so that files do not depend on the machine's vectors.
/// </summary>
/// <param name="Prefix">What stands before the parameter's name.</param>
/// <param name="ReadFrom">Reads them in kernel order.</param>
/// <param name="WriteTo">Writes them in kernel order.</param>
internal sealed record CheckpointSection(string Prefix, ReadPacked ReadFrom, WritePacked WriteTo)
{
    /// <summary>The tensor of a parameter.</summary>
    public ParameterInfo TensorOf(ParameterInfo parameter) => parameter with { Name = Prefix + parameter.Name };

    /// <summary>One parameter's numbers in PyTorch's order.</summary>
    public void Read(WeightEntry entry, Action<ReadOnlySpan<float>> use)
    {
        using var packed = new NativeTensor(entry.PackedLength);
        ReadFrom(entry.Packed, packed.Span);
        (entry with { Packed = 0 }).Unpack(packed.Span, use);
    }

    /// <summary>Sets one parameter's numbers, given in PyTorch's order.</summary>
    public void Write(WeightEntry entry, ReadOnlySpan<float> values)
    {
        using var packed = new NativeTensor(entry.PackedLength);
        (entry with { Packed = 0 }).Pack(values, packed.Span);
        WriteTo(entry.Packed, packed.Span);
    }
}
