namespace CnnGen.Runtime.Tests;

/// <summary>Weight layouts as the generator would choose them, over sizes around the widths of panels.</summary>
public static class Layouts
{
    private static readonly int[] Sizes = [1, 3, 7, 8, 9, 15, 16, 17, 23, 24, 25, 31, 32, 33, 40, 48, 51];

    public static readonly TheoryData<string> Names = [.. All().Select(pair => pair.Name)];

    public static PanelLayout Get(string name) => All().First(pair => pair.Name == name).Layout;

    /// <summary>Panels of 24, 16 or 8 lanes.</summary>
    public static int[] Widths(int channels)
    {
        var widths = new List<int>();
        for (int rest = (channels + 7) / 8 * 8; rest > 0; rest -= widths[^1])
        {
            widths.Add(rest >= 24 && rest != 32 ? 24 : rest >= 16 ? 16 : 8);
        }

        return [.. widths];
    }

    private static IEnumerable<(string Name, PanelLayout Layout)> All()
    {
        foreach (int size in Sizes)
        {
            yield return ($"{size} outputs", new PanelLayout(size, 5, 3, 2, 1, 1, 5, Widths(size)));
            yield return ($"{size} inputs", new PanelLayout(11, size, 2, 3, 1, 1, size, Widths(11)));
            yield return ($"{size} flipped", new PanelLayout(size, 3, 3, 3, 1, 1, 3, Widths(size), Flipped: true));
            yield return ($"{size} inputs first", new PanelLayout(size, 5, 1, 2, 1, 1, 5, Widths(size), InputsFirst: true));
            yield return ($"{size} flattened", new PanelLayout(17, size, 3, 4, 1, 1, (size + 7) / 8 * 8, Widths(17)));
            yield return ($"{size} masked", new PanelLayout(size, 6, 2, 2, 1, 1, 6, Widths(size), InputMasks: Masks(size, 6)));
            yield return ($"{size} groups in one block", new PanelLayout(2 * size, 3 * size, 1, 2, size, 1, 3 * size, Widths(2 * size)));
        }

        yield return ("blocks", new PanelLayout(72, 24, 3, 3, 3, 3, 8, Widths(24)));
        yield return ("groups merged into blocks", new PanelLayout(64, 64, 3, 3, 32, 8, 8, Widths(8)));
        yield return ("blocks of odd panels", new PanelLayout(80, 32, 2, 1, 2, 2, 16, Widths(40)));
        yield return ("flipped groups with masks", new PanelLayout(16, 16, 3, 2, 4, 2, 8, Widths(8), Flipped: true, Masks(16, 4)));
        yield return (
            "groups with inputs first, taps in order of phases",
            new PanelLayout(48, 32, 2, 3, 4, 2, 16, Widths(24), TapOrder: [4, 1, 5, 3, 2, 0], InputsFirst: true));
    }

    /// <summary>At least one input for each output.</summary>
    private static int[] Masks(int outputs, int inputs) => [.. Enumerable.Range(0, outputs).Select(o => 1 + o * 37 % ((1 << inputs) - 1))];
}
