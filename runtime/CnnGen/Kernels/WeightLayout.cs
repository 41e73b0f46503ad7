using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>A parameter's place in PyTorch's order and in the packed weights; <c>Panels</c> is null for a plain vector.</summary>
/// <param name="Source">Offset in PyTorch's order.</param>
/// <param name="Packed">Offset in the packed weights.</param>
/// <param name="Length">Elements in PyTorch's order.</param>
/// <param name="Panels">The kernel layout of a weight tensor.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WeightEntry(int Source, int Packed, int Length, PanelLayout? Panels = null);

/// <summary>How all parameters of a network are packed for its kernels.</summary>
/// <param name="Length">Elements of all parameters in PyTorch's order.</param>
/// <param name="PackedLength">Elements of the packed weights.</param>
/// <param name="TrainableLength">Those of them that an optimizer works on; buffers lie behind.</param>
/// <param name="Entries">One entry per parameter.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WeightLayout(int Length, int PackedLength, int TrainableLength, params WeightEntry[] Entries)
{
    /// <summary>PyTorch's order to kernel order.</summary>
    public void Pack(ReadOnlySpan<float> source, Span<float> packed)
    {
        foreach (WeightEntry entry in Entries)
        {
            ReadOnlySpan<float> from = source.Slice(entry.Source, entry.Length);
            if (entry.Panels is { } panels)
            {
                panels.Pack(from, packed[entry.Packed..]);
            }
            else
            {
                from.CopyTo(packed[entry.Packed..]);
            }
        }
    }

    /// <summary>Kernel order to PyTorch's order.</summary>
    public void Unpack(ReadOnlySpan<float> packed, Span<float> destination)
    {
        foreach (WeightEntry entry in Entries)
        {
            Span<float> to = destination.Slice(entry.Source, entry.Length);
            if (entry.Panels is { } panels)
            {
                panels.Unpack(packed[entry.Packed..], to);
            }
            else
            {
                packed.Slice(entry.Packed, entry.Length).CopyTo(to);
            }
        }
    }
}
