namespace CnnGen.Runtime.Tests;

/// <summary>Rearranged weights against [block][panel of inputs][tap][output][lane = input], element by element.</summary>
public sealed class PanelTranspositionTests
{
    private static readonly int[] SomeSizes = [1, 7, 8, 9, 15, 16, 17, 23, 24, 25, 33, 40];

    public static TheoryData<int> Sizes => [.. SomeSizes];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Inputs_and_outputs_are_exchanged(int outputs)
    {
        foreach (int inputs in SomeSizes)
        {
            foreach (int lanes in Layouts.LanesOfVectors)
            {
                var layout = new PanelLayout(outputs, inputs, 2, 3, 1, 1, inputs, lanes);
                Compare(new PanelTransposition(layout, [5, 4, 3, 2, 1, 0]));
                Compare(new PanelTransposition(layout, [4, 1]));
            }
        }
    }

    [Fact]
    public void Blocks_stay_apart()
    {
        foreach (int lanes in Layouts.LanesOfVectors)
        {
            Compare(new PanelTransposition(new PanelLayout(72, 24, 3, 3, 3, 3, 8, lanes), [7, 1]));
            Compare(new PanelTransposition(new PanelLayout(80, 32, 2, 1, 2, 2, 16, lanes), [1, 0]));
            Compare(new PanelTransposition(new PanelLayout(64, 64, 3, 3, 32, 8, 8, lanes), [4]));
        }
    }

    private static void Compare(PanelTransposition transposition)
    {
        PanelLayout layout = transposition.Forward;
        int lanes = transposition.Widths.Sum();
        float[] packed = [.. Enumerable.Range(1, layout.PackedLength).Select(i => (float)i)];
        float[] expected = new float[layout.Blocks * lanes * transposition.Taps.Length * layout.BlockOutChannels];
        for (int output = 0; output < layout.OutChannels; output++)
        {
            int block = output / layout.BlockOutChannels;
            for (int input = 0; input < layout.BlockInChannels; input++)
            {
                for (int t = 0; t < transposition.Taps.Length; t++)
                {
                    int tap = transposition.Taps[t];
                    int from = PanelLayoutTests.Packed(
                        layout, output, block * layout.BlockInChannels + input, tap / layout.KernelWidth, tap % layout.KernelWidth);
                    expected[Transposed(transposition, block, input, t, output % layout.BlockOutChannels)] = packed[from];
                }
            }
        }

        float[] actual = new float[expected.Length];
        transposition.Apply(ref packed[0], ref actual[0]);
        Assert.Equal(expected, actual);
    }

    private static int Transposed(PanelTransposition transposition, int block, int input, int tap, int output)
    {
        int rows = transposition.Taps.Length * transposition.Forward.BlockOutChannels;
        int first = 0, panel = 0;
        while (input - first >= transposition.Widths[panel])
        {
            first += transposition.Widths[panel++];
        }

        int row = tap * transposition.Forward.BlockOutChannels + output;
        return (block * transposition.Widths.Sum() + first) * rows + row * transposition.Widths[panel] + input - first;
    }
}
