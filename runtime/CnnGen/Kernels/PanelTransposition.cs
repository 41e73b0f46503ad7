using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    /// <summary>One tap, inputs <paramref name="first"/> onwards: 8×8 squares where they fit, single elements elsewhere.</summary>
    private void TransposeTap(ref float from, ref float to, int tap, int first, int width)
    {
        int outputs = Forward.BlockOutChannels;
        int inputs = Math.Clamp(Forward.InStride - first, 0, width);
        int squares = inputs / 8 * 8;
        for (int output = 0; output < outputs; output++)
        {
            int panelWidth = Forward.Widths[_panelOfOutput[output]];
            ref float source = ref Unsafe.Add(ref from, Source(output, tap, first, panelWidth));
            ref float destination = ref Unsafe.Add(ref to, output * width);
            int start = 0;
            int top = output / 8 * 8;
            bool isInSquare = top + 8 <= outputs && _panelOfOutput[top] == _panelOfOutput[top + 7];
            if (isInSquare && output == top)
            {
                for (; start < squares; start += 8)
                {
                    ref float x = ref Unsafe.Add(ref source, start * panelWidth);
                    TransposeSquare(ref x, panelWidth, ref Unsafe.Add(ref destination, start), width);
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

    /// <summary>8 rows of 8 lanes become 8 rows of 8 lanes, exchanged.</summary>
    private static void TransposeSquare(ref float x, nint xRow, ref float y, nint yRow)
    {
        Vector256<float> r0 = Row(ref x, 0), r1 = Row(ref x, xRow), r2 = Row(ref x, 2 * xRow), r3 = Row(ref x, 3 * xRow);
        Vector256<float> r4 = Row(ref x, 4 * xRow), r5 = Row(ref x, 5 * xRow), r6 = Row(ref x, 6 * xRow), r7 = Row(ref x, 7 * xRow);
        (r0, r1) = Interleave(r0, r1);
        (r2, r3) = Interleave(r2, r3);
        (r4, r5) = Interleave(r4, r5);
        (r6, r7) = Interleave(r6, r7);
        (Vector256<float> p0, Vector256<float> p2) = InterleavePairs(r0, r2);
        (Vector256<float> p1, Vector256<float> p3) = InterleavePairs(r1, r3);
        (Vector256<float> q0, Vector256<float> q2) = InterleavePairs(r4, r6);
        (Vector256<float> q1, Vector256<float> q3) = InterleavePairs(r5, r7);
        Store(p0.GetLower(), q0.GetLower(), ref y, 0);
        Store(p2.GetLower(), q2.GetLower(), ref y, yRow);
        Store(p1.GetLower(), q1.GetLower(), ref y, 2 * yRow);
        Store(p3.GetLower(), q3.GetLower(), ref y, 3 * yRow);
        Store(p0.GetUpper(), q0.GetUpper(), ref y, 4 * yRow);
        Store(p2.GetUpper(), q2.GetUpper(), ref y, 5 * yRow);
        Store(p1.GetUpper(), q1.GetUpper(), ref y, 6 * yRow);
        Store(p3.GetUpper(), q3.GetUpper(), ref y, 7 * yRow);
    }

    private static Vector256<float> Row(ref float x, nint offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref x, offset));

    /// <summary>Within each half: (a0 b0 a1 b1) and (a2 b2 a3 b3).</summary>
    private static (Vector256<float> Low, Vector256<float> High) Interleave(Vector256<float> a, Vector256<float> b)
    {
        Vector256<float> aLow = Vector256.Shuffle(a, Vector256.Create(0, 0, 1, 1, 4, 4, 5, 5));
        Vector256<float> bLow = Vector256.Shuffle(b, Vector256.Create(0, 0, 1, 1, 4, 4, 5, 5));
        Vector256<float> aHigh = Vector256.Shuffle(a, Vector256.Create(2, 2, 3, 3, 6, 6, 7, 7));
        Vector256<float> bHigh = Vector256.Shuffle(b, Vector256.Create(2, 2, 3, 3, 6, 6, 7, 7));
        return (Blend(aLow, bLow), Blend(aHigh, bHigh));
    }

    private static Vector256<float> Blend(Vector256<float> even, Vector256<float> odd) =>
        Vector256.ConditionalSelect(Vector256.Create(-1, 0, -1, 0, -1, 0, -1, 0).AsSingle(), even, odd);

    /// <summary>The same for pairs of lanes.</summary>
    private static (Vector256<float> Low, Vector256<float> High) InterleavePairs(Vector256<float> a, Vector256<float> b)
    {
        Vector256<float> isEven = Vector256.Create(-1L, 0, -1L, 0).AsSingle();
        Vector256<float> bFirst = Vector256.Shuffle(b.AsDouble(), Vector256.Create(0L, 0, 2, 2)).AsSingle();
        Vector256<float> aSecond = Vector256.Shuffle(a.AsDouble(), Vector256.Create(1L, 1, 3, 3)).AsSingle();
        return (Vector256.ConditionalSelect(isEven, a, bFirst), Vector256.ConditionalSelect(isEven, aSecond, b));
    }

    private static void Store(Vector128<float> low, Vector128<float> high, ref float y, nint offset) =>
        Vector256.Create(low, high).StoreUnsafe(ref Unsafe.Add(ref y, offset));
}
