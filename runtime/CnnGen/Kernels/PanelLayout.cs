using System.ComponentModel;
using System.Runtime.CompilerServices;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(ReadOnlySpan<float> source, Span<float> packed)
    {
        packed[..PackedLength].Clear();
        int inputs = InChannels / Groups;
        for (int to = 0; to < OutChannels; to++)
        {
            (int start, int width) = LaneOf(to);
            for (int input = 0; input < inputs; input++)
            {
                if (IsConnected(to, input))
                {
                    int first = start + InBlock(to, input) * width;
                    for (int tap = 0, from = SourceOf(to, input); tap < Taps; tap++)
                    {
                        packed[first + tap * InStride * width] = source[from + SourceTap(tap)];
                    }
                }
            }
        }
    }

    /// <summary>Kernel order to PyTorch's layout; connections that do not exist keep what <paramref name="destination"/> holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Unpack(ReadOnlySpan<float> packed, Span<float> destination)
    {
        int inputs = InChannels / Groups;
        for (int to = 0; to < OutChannels; to++)
        {
            (int start, int width) = LaneOf(to);
            for (int input = 0; input < inputs; input++)
            {
                if (IsConnected(to, input))
                {
                    int first = start + InBlock(to, input) * width;
                    for (int tap = 0, from = SourceOf(to, input); tap < Taps; tap++)
                    {
                        destination[from + SourceTap(tap)] = packed[first + tap * InStride * width];
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ScaleOutput(ReadOnlySpan<float> packed, Span<float> destination, int channel, float scale)
    {
        (int start, int width) = LaneOf(channel);
        for (int i = 0; i < Taps * InStride; i++)
        {
            destination[start + i * width] = packed[start + i * width] * scale;
        }
    }

    private int SourceTap(int tap) => TapOrder is { Length: > 0 } order ? order[tap] : Flipped ? Taps - 1 - tap : tap;

    /// <summary>Where in PyTorch's layout the kernel between an output and input <paramref name="input"/> of its group begins.</summary>
    private int SourceOf(int to, int input) => InputsFirst
        ? ((GroupOf(to) * (InChannels / Groups) + input) * (OutChannels / Groups) + to % (OutChannels / Groups)) * Taps
        : (to * (InChannels / Groups) + input) * Taps;

    /// <summary>The output's element of its block's first input and first tap in kernel order, and its panel's width.</summary>
    private (int Start, int Width) LaneOf(int to)
    {
        int lane = to % BlockOutChannels;
        int firstLane = 0;
        int panel = 0;
        while (lane >= firstLane + Widths[panel])
        {
            firstLane += Widths[panel++];
        }

        return ((to / BlockOutChannels * BlockLanes + firstLane) * Taps * InStride + lane - firstLane, Widths[panel]);
    }

    private int GroupOf(int to) => to / (OutChannels / Groups);

    /// <summary>Input <paramref name="input"/> of an output's group, counted within the block.</summary>
    private int InBlock(int to, int input) => (GroupOf(to) * (InChannels / Groups) + input) % BlockInChannels;

    private bool IsConnected(int to, int input) => InputMasks is not { Length: > 0 } masks || (masks[to] >> input & 1) != 0;
}
