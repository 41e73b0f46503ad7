namespace CnnGen.Runtime.Tests;

/// <summary>Packed weights against the index formula of [block][panel][kh][kw][input][lane].</summary>
public sealed class PanelLayoutTests
{
    [Theory]
    [MemberData(nameof(Layouts.Names), MemberType = typeof(Layouts))]
    public void Each_weight_lies_in_its_place_and_the_rest_is_zero(string name)
    {
        PanelLayout layout = Layouts.Get(name);
        float[] source = Numbers(SourceLength(layout));
        float[] expected = new float[layout.PackedLength];
        float[] mask = new float[layout.PackedLength];
        foreach ((int from, int to) in Places(layout))
        {
            expected[to] = source[from];
            mask[to] = 1;
        }

        Assert.Equal(expected, Filled(layout.PackedLength, span => layout.Pack(source, span)));
        Assert.Equal(mask, Filled(layout.PackedLength, layout.PackMask));
    }

    [Theory]
    [MemberData(nameof(Layouts.Names), MemberType = typeof(Layouts))]
    public void Unpacking_gives_back_what_was_packed_and_leaves_the_rest(string name)
    {
        PanelLayout layout = Layouts.Get(name);
        float[] source = Numbers(SourceLength(layout));
        float[] packed = Filled(layout.PackedLength, span => layout.Pack(source, span));
        HashSet<int> connected = [.. Places(layout).Select(place => place.Source)];
        float[] expected = [.. source.Select((value, i) => connected.Contains(i) ? value : -1)];
        Assert.Equal(expected, Filled(source.Length, span => layout.Unpack(packed, span)));
    }

    [Theory]
    [MemberData(nameof(Layouts.Names), MemberType = typeof(Layouts))]
    public void Holes_are_rows_of_used_lanes_without_a_weight(string name)
    {
        PanelLayout layout = Layouts.Get(name);
        int rows = layout.Blocks * layout.BlockOutChannels * layout.InStride * layout.Taps;
        Assert.Equal(Places(layout).Count() < rows, layout.HasHoles);
    }

    private static int SourceLength(PanelLayout layout) => layout.OutChannels * (layout.InChannels / layout.Groups) * layout.Taps;

    /// <summary>Where each weight w[o, c, u, v] lies in PyTorch's order and packed; those that masks rule out are left out.</summary>
    private static IEnumerable<(int Source, int Packed)> Places(PanelLayout layout)
    {
        int groupIn = layout.InChannels / layout.Groups, groupOut = layout.OutChannels / layout.Groups;
        for (int o = 0; o < layout.OutChannels; o++)
        {
            for (int c = 0; c < groupIn; c++)
            {
                if (layout.InputMasks is { } masks && (masks[o] & (1 << c)) == 0)
                {
                    continue;
                }

                for (int u = 0; u < layout.KernelHeight; u++)
                {
                    for (int v = 0; v < layout.KernelWidth; v++)
                    {
                        int input = o / groupOut * groupIn + c;
                        int connection = layout.InputsFirst ? input * groupOut + o % groupOut : o * groupIn + c;
                        int tap = u * layout.KernelWidth + v;
                        int row = layout.TapOrder is { } order ? Array.IndexOf(order, tap) : layout.Flipped ? layout.Taps - 1 - tap : tap;
                        yield return (connection * layout.Taps + tap, Packed(layout, o, input, row / layout.KernelWidth, row % layout.KernelWidth));
                    }
                }
            }
        }
    }

    internal static int Packed(PanelLayout layout, int output, int input, int u, int v)
    {
        int block = output / layout.BlockOutChannels;
        int lane = output % layout.BlockOutChannels;
        int lanesBefore = 0, panel = 0;
        while (lane >= layout.Widths[panel])
        {
            lane -= layout.Widths[panel];
            lanesBefore += layout.Widths[panel++];
        }

        int rowsPerLane = layout.KernelHeight * layout.KernelWidth * layout.InStride;
        int row = (u * layout.KernelWidth + v) * layout.InStride + input % layout.BlockInChannels;
        return (block * layout.Widths.Sum() + lanesBefore) * rowsPerLane + row * layout.Widths[panel] + lane;
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(i => (float)i)];

    private delegate void Fill(Span<float> span);

    /// <summary>What is written into memory full of -1.</summary>
    private static float[] Filled(int length, Fill fill)
    {
        float[] values = new float[length];
        values.AsSpan().Fill(-1);
        fill(values);
        return values;
    }
}
