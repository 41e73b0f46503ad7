using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>A panel: neighbouring output channels whose sums a register tile holds.</summary>
/// <param name="Lane">Its first lane among those of all panels.</param>
/// <param name="Vectors">Its width in vectors of the machine; 0 stands for eight lanes, half of a vector of 512 bits.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Panel(int Lane, int Vectors)
{
    /// <summary>Its width in lanes, where a vector has so many.</summary>
    public int Width(int lanes) => Vectors == 0 ? Panels.Block : Vectors * lanes;
}

/// <summary>
/// How channels, rounded up to a multiple of eight, are cut into panels for vectors of some lanes: panels of three vectors as long as
/// possible (four as two and two), then one of two or one, then half a vector. Wherever a network was compiled, its kernels and the
/// packing of its weights agree on this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Panels
{
    /// <summary>Channels of all tensors are padded to multiples of this.</summary>
    public const int Block = 8;

    /// <summary>The number of panels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(int channels, int lanes)
    {
        int vectors = RoundUp(channels) / lanes;
        return Triples(vectors) + Pairs(vectors) + (vectors == 1 ? 1 : 0) + (RoundUp(channels) % lanes == 0 ? 0 : 1);
    }

    /// <summary>Panel <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Panel At(int channels, int lanes, int index)
    {
        int vectors = RoundUp(channels) / lanes;
        int triples = Triples(vectors);
        if (index < triples)
        {
            return new Panel(3 * index * lanes, 3);
        }

        int inPairs = index - triples;
        if (inPairs < Pairs(vectors))
        {
            return new Panel((3 * triples + 2 * inPairs) * lanes, 2);
        }

        return vectors == 1 && index == 0 ? new Panel(0, 1) : new Panel(vectors * lanes, 0);
    }

    /// <summary>The lanes of each panel.</summary>
    public static int[] Widths(int channels, int lanes)
    {
        int[] widths = new int[Count(channels, lanes)];
        for (int i = 0; i < widths.Length; i++)
        {
            widths[i] = At(channels, lanes, i).Width(lanes);
        }

        return widths;
    }

    /// <summary>The number of panels if each is one vector, or half of one at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Singles(int channels, int lanes) => (RoundUp(channels) + lanes - 1) / lanes;

    /// <summary>The lanes of each such panel.</summary>
    public static int[] SingleWidths(int channels, int lanes) =>
        [.. Enumerable.Range(0, Singles(channels, lanes)).Select(i => Math.Min(lanes, RoundUp(channels) - i * lanes))];

    /// <summary>Channels with their padding.</summary>
    public static int RoundUp(int channels) => (channels + Block - 1) / Block * Block;

    private static int Triples(int vectors) => vectors == 1 ? 0 : vectors % 3 == 1 ? (vectors - 4) / 3 : vectors / 3;

    private static int Pairs(int vectors) => vectors % 3 == 2 ? 1 : vectors % 3 == 1 && vectors > 1 ? 2 : 0;
}
