using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>
/// Weights of an input gradient: inputs and outputs exchanged, in panels of input channels, with the taps that one phase of
/// the stride needs. Built from the packed forward weights.
/// </summary>
/// <param name="Forward">The layout that is read.</param>
/// <param name="Taps">For each tap of the result the tap of <paramref name="Forward"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PanelTransposition(PanelLayout Forward, int[] Taps)
{
    private readonly int[] _panelOfOutput = [.. OutputPanels(Forward)];
    private readonly int _lanes = Panels.RoundUp(Forward.BlockInChannels);

    /// <summary>Lanes of each panel of input channels of a block.</summary>
    public int[] Widths { get; } = Panels.Widths(Forward.BlockInChannels, Forward.Lanes);

    /// <summary>Writes <c>[block][panel of inputs][tap][output][lane = input]</c>.</summary>
    public void Apply(ref float packed, ref float transposed)
    {
        int outputs = Forward.BlockOutChannels;
        for (int block = 0; block < Forward.Blocks; block++)
        {
            ref float from = ref Unsafe.Add(ref packed, (nint)block * Forward.BlockLanes * Forward.Taps * Forward.InStride);
            ref float to = ref Unsafe.Add(ref transposed, (nint)block * _lanes * Taps.Length * outputs);
            int first = 0;
            foreach (int width in Widths)
            {
                foreach (int tap in Taps)
                {
                    TransposeTap(ref from, ref to, tap, first, width);
                    to = ref Unsafe.Add(ref to, outputs * width);
                }

                first += width;
            }
        }
    }

    /// <summary>One tap, inputs <paramref name="first"/> onwards: squares of a block where they fit, single elements elsewhere.</summary>
    private void TransposeTap(ref float from, ref float to, int tap, int first, int width)
    {
        int outputs = Forward.BlockOutChannels;
        int inputs = Math.Clamp(Forward.InStride - first, 0, width);
        int squares = inputs / Panels.Block * Panels.Block;
        for (int output = 0; output < outputs; output++)
        {
            int panelWidth = Forward.Widths[_panelOfOutput[output]];
            ref float source = ref Unsafe.Add(ref from, Source(output, tap, first, panelWidth));
            ref float destination = ref Unsafe.Add(ref to, output * width);
            int start = 0;
            int top = output / Panels.Block * Panels.Block;
            bool isInSquare = top + Panels.Block <= outputs && _panelOfOutput[top] == _panelOfOutput[top + Panels.Block - 1];
            if (isInSquare && output == top)
            {
                for (; start < squares; start += Panels.Block)
                {
                    ref float x = ref Unsafe.Add(ref source, start * panelWidth);
                    Interleaving.TransposeBlock(ref x, panelWidth, ref Unsafe.Add(ref destination, start), width);
                }
            }
            else if (isInSquare)
            {
                start = squares; // written by the first output of the square
            }

            for (int lane = start; lane < inputs; lane++)
            {
                Unsafe.Add(ref destination, lane) = Unsafe.Add(ref source, lane * panelWidth);
            }
        }
    }

    private nint Source(int output, int tap, int input, int panelWidth)
    {
        int lane = LaneOf(output);
        return (nint)(output - lane) * Forward.Taps * Forward.InStride + (tap * Forward.InStride + input) * panelWidth + lane;
    }

    private int LaneOf(int output)
    {
        int first = 0;
        for (int panel = 0; panel < _panelOfOutput[output]; panel++)
        {
            first += Forward.Widths[panel];
        }

        return output - first;
    }

    private static IEnumerable<int> OutputPanels(PanelLayout forward) =>
        forward.Widths.SelectMany((width, panel) => Enumerable.Repeat(panel, width)).Take(forward.BlockOutChannels);
}
