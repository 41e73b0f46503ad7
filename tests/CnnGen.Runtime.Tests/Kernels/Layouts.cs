namespace CnnGen.Runtime.Tests;

/// <summary>Weight layouts as the generator would choose them, over sizes around the widths of panels.</summary>
public static class Layouts
{
    /// <summary>Floats of a vector, on every machine.</summary>
    public static readonly int[] LanesOfVectors = [4, 8, 16];

    private static readonly int[] Sizes = [1, 3, 7, 8, 9, 15, 16, 17, 23, 24, 25, 31, 32, 33, 40, 48, 51];

    public static readonly TheoryData<string> Names = [.. All().Select(pair => pair.Name)];

    public static PanelLayout Get(string name) => All().First(pair => pair.Name == name).Layout;

    private static IEnumerable<(string Name, PanelLayout Layout)> All() => LanesOfVectors.SelectMany(All);

    private static IEnumerable<(string Name, PanelLayout Layout)> All(int lanes)
    {
        foreach (int size in Sizes)
        {
            yield return ($"{size} outputs, {lanes} lanes", new PanelLayout(size, 5, 3, 2, 1, 1, 5, lanes));
            yield return ($"{size} inputs, {lanes} lanes", new PanelLayout(11, size, 2, 3, 1, 1, size, lanes));
            yield return ($"{size} flipped, {lanes} lanes", new PanelLayout(size, 3, 3, 3, 1, 1, 3, lanes, Flipped: true));
            yield return ($"{size} inputs first, {lanes} lanes", new PanelLayout(size, 5, 1, 2, 1, 1, 5, lanes, InputsFirst: true));
            yield return ($"{size} flattened, {lanes} lanes", new PanelLayout(17, size, 3, 4, 1, 1, (size + 7) / 8 * 8, lanes));
            yield return ($"{size} masked, {lanes} lanes", new PanelLayout(size, 6, 2, 2, 1, 1, 6, lanes, InputMasks: Masks(size, 6)));
            yield return ($"{size} groups in one block, {lanes} lanes", new PanelLayout(2 * size, 3 * size, 1, 2, size, 1, 3 * size, lanes));
        }

        yield return ($"per channel, {lanes} lanes", new PanelLayout(40, 1, 3, 3, 1, 1, 1, lanes, IsPerChannel: true));
        yield return ($"blocks, {lanes} lanes", new PanelLayout(72, 24, 3, 3, 3, 3, 8, lanes));
        yield return ($"groups merged into blocks, {lanes} lanes", new PanelLayout(64, 64, 3, 3, 32, 8, 8, lanes));
        yield return ($"blocks of odd panels, {lanes} lanes", new PanelLayout(80, 32, 2, 1, 2, 2, 16, lanes));
        yield return ($"flipped groups with masks, {lanes} lanes", new PanelLayout(16, 16, 3, 2, 4, 2, 8, lanes, Flipped: true, Masks(16, 4)));
        yield return (
            $"groups with inputs first, taps in order of phases, {lanes} lanes",
            new PanelLayout(48, 32, 2, 3, 4, 2, 16, lanes, TapOrder: [4, 1, 5, 3, 2, 0], InputsFirst: true));
    }

    /// <summary>At least one input for each output.</summary>
    private static int[] Masks(int outputs, int inputs) => [.. Enumerable.Range(0, outputs).Select(o => 1 + o * 37 % ((1 << inputs) - 1))];
}
