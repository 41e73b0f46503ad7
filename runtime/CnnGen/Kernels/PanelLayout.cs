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
    int[]? InputMasks = null)
{
    /// <summary>Elements of the kernel per input channel.</summary>
    public int Taps => KernelHeight * KernelWidth;

    /// <summary>Output channels of one block.</summary>
    public int BlockOutChannels => OutChannels / Blocks;

    /// <summary>Input channels of one block.</summary>
    public int BlockInChannels => InChannels / Blocks;

    /// <summary>Lanes of all panels of a block.</summary>
    public int BlockLanes => Widths.Sum();

    /// <summary>Elements of the packed tensor.</summary>
    public int PackedLength => Blocks * BlockLanes * Taps * InStride;

    /// <summary>True when some elements in used lanes stand for connections that do not exist.</summary>
    public bool HasHoles => Blocks != Groups || InputMasks is { Length: > 0 };

    /// <summary>PyTorch's layout to kernel order; elements without a source become zero.</summary>
    public void Pack(ReadOnlySpan<float> source, Span<float> packed)
    {
        packed[..PackedLength].Clear();
        foreach (Run run in Runs())
        {
            for (int tap = 0; tap < Taps; tap++)
            {
                packed[run.Packed + tap * run.PackedStep] = source[run.Source + SourceTap(tap)];
            }
        }
    }

    /// <summary>Kernel order to PyTorch's layout; connections that do not exist keep what <paramref name="destination"/> holds.</summary>
    public void Unpack(ReadOnlySpan<float> packed, Span<float> destination)
    {
        foreach (Run run in Runs())
        {
            for (int tap = 0; tap < Taps; tap++)
            {
                destination[run.Source + SourceTap(tap)] = packed[run.Packed + tap * run.PackedStep];
            }
        }
    }

    /// <summary>Ones where a connection exists, zeros elsewhere, in kernel order.</summary>
    public void PackMask(Span<float> packed)
    {
        packed[..PackedLength].Clear();
        foreach (Run run in Runs())
        {
            for (int tap = 0; tap < Taps; tap++)
            {
                packed[run.Packed + tap * run.PackedStep] = 1;
            }
        }
    }

    private int SourceTap(int tap) => Flipped ? Taps - 1 - tap : tap;

    /// <summary>One run per existing connection (output, input): all taps, in both layouts.</summary>
    private IEnumerable<Run> Runs()
    {
        int groupOut = OutChannels / Groups;
        int groupIn = InChannels / Groups;
        for (int block = 0; block < Blocks; block++)
        {
            int firstLane = 0;
            foreach (int width in Widths)
            {
                int panel = (block * BlockLanes + firstLane) * Taps * InStride;
                int lanes = Math.Min(width, BlockOutChannels - firstLane);
                for (int input = 0; input < BlockInChannels; input++)
                {
                    int from = block * BlockInChannels + input;
                    for (int lane = 0; lane < lanes; lane++)
                    {
                        int to = block * BlockOutChannels + firstLane + lane;
                        if (to / groupOut == from / groupIn && IsConnected(to, from))
                        {
                            int source = (to * groupIn + from % groupIn) * Taps;
                            yield return new Run(source, panel + input * width + lane, InStride * width);
                        }
                    }
                }

                firstLane += width;
            }
        }
    }

    private bool IsConnected(int to, int from) => InputMasks is not { Length: > 0 } masks || (masks[to] >> from % (InChannels / Groups) & 1) != 0;

    private readonly record struct Run(int Source, int Packed, int PackedStep);
}
