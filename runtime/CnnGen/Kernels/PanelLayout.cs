using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>
/// How a weight tensor O×(I/groups)×kh×kw lies in kernel order: <c>[block][panel][kh][kw][input][lane]</c>. A panel holds as many
/// output channels as <see cref="Panels"/> says for the machine's vectors. Groups whose channel counts do not fill vectors are merged into dense blocks; connections
/// that do not exist are zeros.
/// </summary>
/// <param name="OutChannels">Output channels of the whole layer.</param>
/// <param name="InChannels">Input channels of the whole layer.</param>
/// <param name="KernelHeight">Rows of the kernel; the input's height for a linear layer behind a flatten.</param>
/// <param name="KernelWidth">Columns of the kernel.</param>
/// <param name="Groups">Groups of the layer.</param>
/// <param name="Blocks">Dense blocks that the groups are merged into.</param>
/// <param name="InStride">Rows of lanes per tap: the block's input channels, or more where the activation has padding channels.</param>
/// <param name="Lanes">Floats of a vector.</param>
/// <param name="Flipped">True convolution: the kernel is stored rotated by 180 degrees.</param>
/// <param name="InputMasks">Per output channel a bit mask of the inputs of its group that it reads; empty: all.</param>
/// <param name="TapOrder">For each tap in kernel order its place in the kernel; empty: as they are.</param>
/// <param name="InputsFirst">The source is I×(O/groups)×kh×kw, as a transposed convolution has it.</param>
/// <param name="IsPerChannel">Panels of one vector, as a depthwise convolution reads them.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PanelLayout(
    int OutChannels,
    int InChannels,
    int KernelHeight,
    int KernelWidth,
    int Groups,
    int Blocks,
    int InStride,
    int Lanes,
    bool Flipped = false,
    int[]? InputMasks = null,
    int[]? TapOrder = null,
    bool InputsFirst = false,
    bool IsPerChannel = false)
{
    private const int InputsAtATime = 16;

    /// <summary>Lanes of each panel of a block.</summary>
    public int[] Widths { get; } = IsPerChannel ? Panels.SingleWidths(OutChannels, Lanes) : Panels.Widths(OutChannels / Blocks, Lanes);

    /// <summary>Elements of the kernel per input channel.</summary>
    public int Taps => KernelHeight * KernelWidth;

    /// <summary>Output channels of one block.</summary>
    public int BlockOutChannels => OutChannels / Blocks;

    /// <summary>Input channels of one block.</summary>
    public int BlockInChannels => InChannels / Blocks;

    /// <summary>Lanes of all panels of a block.</summary>
    public int BlockLanes { get; } = Panels.RoundUp(OutChannels / Blocks);

    /// <summary>Elements of the packed tensor.</summary>
    public int PackedLength => Blocks * BlockLanes * Taps * InStride;

    /// <summary>Elements in PyTorch's layout.</summary>
    private int SourceLength => OutChannels * OutputLength;

    /// <summary>Elements of one output channel.</summary>
    public int OutputLength => InChannels / Groups * Taps;

    /// <summary>True when some elements in used lanes stand for connections that do not exist.</summary>
    public bool HasHoles => Blocks != Groups || InStride != BlockInChannels || InputMasks is { Length: > 0 };

    /// <summary>PyTorch's layout to kernel order; elements without a source become zero.</summary>
    public void Pack(ReadOnlySpan<float> source, Span<float> packed)
    {
        packed[..PackedLength].Clear();
        Copy<Packing>(
            ref MemoryMarshal.GetReference(source[..SourceLength]), ref MemoryMarshal.GetReference(packed), 0, OutChannels);
    }

    /// <summary>Kernel order to PyTorch's layout; connections that do not exist keep what <paramref name="destination"/> holds.</summary>
    public void Unpack(ReadOnlySpan<float> packed, Span<float> destination) =>
        Copy<Unpacking>(
            ref MemoryMarshal.GetReference(destination[..SourceLength]),
            ref MemoryMarshal.GetReference(packed[..PackedLength]),
            0,
            OutChannels);

    /// <summary>The part of <see cref="Unpack(ReadOnlySpan{float}, Span{float})"/> that a few output channels are.</summary>
    public void Unpack(ReadOnlySpan<float> packed, Span<float> destination, int firstOutput)
    {
        int outputs = destination.Length / OutputLength;
        ref float origin = ref Unsafe.Subtract(ref MemoryMarshal.GetReference(destination), firstOutput * OutputLength);
        Copy<Unpacking>(ref origin, ref MemoryMarshal.GetReference(packed[..PackedLength]), firstOutput, firstOutput + outputs);
    }

    /// <summary>Ones where a connection exists, zeros elsewhere, in kernel order.</summary>
    public void PackMask(Span<float> packed)
    {
        float[] ones = new float[SourceLength];
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

    /// <summary>
    /// Every connection, panel by panel and a few inputs of all lanes at a time: what lies side by side in kernel order is written
    /// while it is in the cache, and every lane reads its source in one run. Of outputs <paramref name="begin"/> to <paramref name="end"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy<TDirection>(ref float source, ref float packed, int begin, int end)
        where TDirection : struct, IDirection
    {
        int inputs = InChannels / Groups;
        int panels = Blocks * Widths.Length;
        for (int panel = 0, firstLane = 0; panel < panels; panel++)
        {
            int width = Widths[panel % Widths.Length];
            int start = (panel / Widths.Length * BlockLanes + firstLane) * Taps * InStride;
            int firstOutput = panel / Widths.Length * BlockOutChannels + firstLane;
            int firstIn = Math.Max(0, begin - firstOutput);
            int lanes = Math.Min(Math.Min(width, BlockOutChannels - firstLane), end - firstOutput);
            for (int firstInput = 0; firstInput < inputs; firstInput += InputsAtATime)
            {
                int endInput = Math.Min(firstInput + InputsAtATime, inputs);
                for (int lane = firstIn; lane < lanes; lane++)
                {
                    int to = firstOutput + lane;
                    int place = start + InBlock(to, firstInput) * width + lane;
                    int from = SourceOf(to, firstInput);
                    int step = SourceOf(to, firstInput + 1) - from;
                    for (int input = firstInput; input < endInput; input++, place += width, from += step)
                    {
                        if (IsConnected(to, input))
                        {
                            for (int tap = 0; tap < Taps; tap++)
                            {
                                TDirection.Move(
                                    ref Unsafe.Add(ref source, from + SourceTap(tap)),
                                    ref Unsafe.Add(ref packed, place + tap * InStride * width));
                            }
                        }
                    }
                }
            }

            firstLane = (panel + 1) % Widths.Length == 0 ? 0 : firstLane + width;
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

    private interface IDirection
    {
        static abstract void Move(ref float source, ref float packed);
    }

    private struct Packing : IDirection
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Move(ref float source, ref float packed) => packed = source;
    }

    private struct Unpacking : IDirection
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Move(ref float source, ref float packed) => source = packed;
    }
}
