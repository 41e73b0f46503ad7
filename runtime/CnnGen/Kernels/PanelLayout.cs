using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>
/// How a weight tensor O×(I/groups)×kh×kw lies in kernel order: <c>[block][panel][kh][kw][input][lane]</c>. A panel holds 24, 16 or 8
/// output channels in its lanes. Groups whose channel counts do not fill vectors are merged into dense blocks; connections
/// that do not exist are zeros.
/// </summary>
/// <param name="OutChannels">Output channels of the whole layer.</param>
/// <param name="InChannels">Input channels of the whole layer.</param>
/// <param name="KernelHeight">Rows of the kernel; the input's height for a linear layer behind a flatten.</param>
/// <param name="KernelWidth">Columns of the kernel.</param>
/// <param name="Groups">Groups of the layer.</param>
/// <param name="Blocks">Dense blocks that the groups are merged into.</param>
/// <param name="InStride">Rows of lanes per tap: the block's input channels, or more where the activation has padding channels.</param>
/// <param name="Widths">Lanes of each panel of a block.</param>
/// <param name="Flipped">True convolution: the kernel is stored rotated by 180 degrees.</param>
/// <param name="InputMasks">Per output channel a bit mask of the inputs of its group that it reads; empty: all.</param>
/// <param name="TapOrder">For each tap in kernel order its place in the kernel; empty: as they are.</param>
/// <param name="InputsFirst">The source is I×(O/groups)×kh×kw, as a transposed convolution has it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PanelLayout(
    int OutChannels,
    int InChannels,
    int KernelHeight,
    int KernelWidth,
    int Groups,
    int Blocks,
    int InStride,
    int[] Widths,
    bool Flipped = false,
    int[]? InputMasks = null,
    int[]? TapOrder = null,
    bool InputsFirst = false)
{
    /// <summary>Elements of the kernel per input channel.</summary>
    public int Taps => KernelHeight * KernelWidth;

    /// <summary>Output channels of one block.</summary>
    public int BlockOutChannels => OutChannels / Blocks;

    /// <summary>Input channels of one block.</summary>
    public int BlockInChannels => InChannels / Blocks;

    /// <summary>Lanes of all panels of a block.</summary>
    public int BlockLanes { get; } = Widths.Sum();

    /// <summary>Elements of the packed tensor.</summary>
    public int PackedLength => Blocks * BlockLanes * Taps * InStride;

    /// <summary>True when some elements in used lanes stand for connections that do not exist.</summary>
    public bool HasHoles => Blocks != Groups || InStride != BlockInChannels || InputMasks is { Length: > 0 };

    /// <summary>PyTorch's layout to kernel order; elements without a source become zero.</summary>
    public void Pack(ReadOnlySpan<float> source, Span<float> packed)
    {
        packed[..PackedLength].Clear();
        for (int to = 0; to < OutChannels; to++)
        {
            for (int from = 0; from < InChannels; from++)
            {
                if (IsConnected(to, from))
                {
                    int first = First(to, from, out int step);
                    for (int tap = 0, start = SourceOf(to, from); tap < Taps; tap++)
                    {
                        packed[first + tap * step] = source[start + SourceTap(tap)];
                    }
                }
            }
        }
    }

    /// <summary>Kernel order to PyTorch's layout; connections that do not exist keep what <paramref name="destination"/> holds.</summary>
    public void Unpack(ReadOnlySpan<float> packed, Span<float> destination)
    {
        for (int to = 0; to < OutChannels; to++)
        {
            for (int from = 0; from < InChannels; from++)
            {
                if (IsConnected(to, from))
                {
                    int first = First(to, from, out int step);
                    for (int tap = 0, start = SourceOf(to, from); tap < Taps; tap++)
                    {
                        destination[start + SourceTap(tap)] = packed[first + tap * step];
                    }
                }
            }
        }
    }

    /// <summary>Ones where a connection exists, zeros elsewhere, in kernel order.</summary>
    public void PackMask(Span<float> packed)
    {
        float[] ones = new float[OutChannels * (InChannels / Groups) * Taps];
        Array.Fill(ones, 1f);
        Pack(ones, packed);
    }

    /// <summary>Copies the weights of one output channel, multiplied by <paramref name="scale"/>.</summary>
    public void ScaleOutput(ReadOnlySpan<float> packed, Span<float> destination, int channel, float scale)
    {
        int first = First(channel, channel / BlockOutChannels * BlockInChannels, out int step);
        int lanes = step / InStride;
        for (int i = 0; i < Taps * InStride; i++)
        {
            destination[first + i * lanes] = packed[first + i * lanes] * scale;
        }
    }

    private int SourceTap(int tap) => TapOrder is { Length: > 0 } order ? order[tap] : Flipped ? Taps - 1 - tap : tap;

    private int SourceOf(int to, int from) => InputsFirst
        ? (from * (OutChannels / Groups) + to % (OutChannels / Groups)) * Taps
        : (to * (InChannels / Groups) + from % (InChannels / Groups)) * Taps;

    /// <summary>Where the first tap of a connection lies in kernel order, and how far apart its taps are.</summary>
    private int First(int to, int from, out int step)
    {
        int lane = to % BlockOutChannels;
        int firstLane = 0;
        int panel = 0;
        while (lane >= firstLane + Widths[panel])
        {
            firstLane += Widths[panel++];
        }

        int width = Widths[panel];
        step = InStride * width;
        return (to / BlockOutChannels * BlockLanes + firstLane) * Taps * InStride + from % BlockInChannels * width + lane - firstLane;
    }

    private bool IsConnected(int to, int from) =>
        to / (OutChannels / Groups) == from / (InChannels / Groups)
        && (InputMasks is not { Length: > 0 } masks || (masks[to] >> from % (InChannels / Groups) & 1) != 0);
}
