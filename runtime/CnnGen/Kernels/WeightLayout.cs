using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>A parameter's place in PyTorch's order and in the packed weights; <c>Panels</c> is null for a plain vector.</summary>
/// <param name="Source">Offset in PyTorch's order.</param>
/// <param name="Packed">Offset in the packed weights.</param>
/// <param name="Length">Elements in PyTorch's order.</param>
/// <param name="Panels">The kernel layout of a weight tensor.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WeightEntry(int Source, int Packed, int Length, PanelLayout? Panels = null)
{
    private const int PieceLength = 1 << 20;

    /// <summary>Elements among the packed weights, rounded up to whole vectors of eight.</summary>
    internal int PackedLength => Panels?.PackedLength ?? Runtime.Panels.RoundUp(Length);

    /// <summary>One parameter from PyTorch's order to its place among the packed weights.</summary>
    public void Pack(ReadOnlySpan<float> source, Span<float> packed)
    {
        if (Panels is null)
        {
            source.CopyTo(packed[Packed..]);
        }
        else
        {
            Panels.Pack(source, packed[Packed..]);
        }
    }

    /// <summary>One parameter from the packed weights to PyTorch's order.</summary>
    public void Unpack(ReadOnlySpan<float> packed, Span<float> destination)
    {
        if (Panels is null)
        {
            packed.Slice(Packed, Length).CopyTo(destination);
        }
        else
        {
            Panels.Unpack(packed[Packed..], destination);
        }
    }

    /// <summary>One parameter in PyTorch's order, a piece at a time: a large one need not stand in memory twice.</summary>
    internal void Unpack(ReadOnlySpan<float> packed, Action<ReadOnlySpan<float>> use)
    {
        bool isCut = Panels is { InputsFirst: false };
        int row = isCut ? Panels!.OutputLength : Length;
        int piece = Math.Min(Length, Math.Max(1, PieceLength / row) * row);
        using var tensor = new NativeTensor(piece);
        for (int start = 0; start < Length; start += piece)
        {
            Span<float> part = tensor.Span[..Math.Min(piece, Length - start)];
            if (isCut)
            {
                part.Clear(); // connections that do not exist
                Panels!.Unpack(packed[Packed..], part, start / row);
            }
            else
            {
                Unpack(packed, part);
            }

            use(part);
        }
    }
}

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
            entry.Pack(source.Slice(entry.Source, entry.Length), packed);
        }
    }

    /// <summary>Kernel order to PyTorch's order, of the parameters that begin at <paramref name="firstPacked"/> or behind it.</summary>
    public void Unpack(ReadOnlySpan<float> packed, Span<float> destination, int firstPacked = 0)
    {
        foreach (WeightEntry entry in Entries)
        {
            if (entry.Packed >= firstPacked)
            {
                entry.Unpack(packed, destination.Slice(entry.Source, entry.Length));
            }
        }
    }

    /// <summary>The parameter that begins at an offset in PyTorch's order.</summary>
    public WeightEntry EntryAt(int source) => Array.Find(Entries, entry => entry.Source == source)
        ?? throw new ArgumentException($"expected the offset of a parameter, found {source}");
}
