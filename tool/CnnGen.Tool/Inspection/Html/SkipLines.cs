using System.Xml.Linq;
using static CnnGen.Tool.Inspection.Html.Markup;

namespace CnnGen.Tool.Inspection.Html;

/// <summary>The graph beside the table: a dot for each line of it, and lines between dots
/// in lanes that do not cross where it can be helped.</summary>
internal static class SkipLines
{
    /// <summary>As in the style sheet.</summary>
    private const int RowHeight = 28;

    private const int LaneWidth = 9, MostLanes = 24, Margin = 10;

    public static XElement Of(IReadOnlyList<ReportLayer> layers)
    {
        (int From, int To)[] skips = [.. layers.SelectMany((layer, i) =>
            layer.Inputs.Where(input => input != i - 1).Select(input => (input, i)))
            .OrderBy(skip => skip.i - skip.input).ThenBy(skip => skip.input)];
        int[] lanes = Lanes(skips);
        int width = Margin * 2 + LaneWidth * (lanes.DefaultIfEmpty(-1).Max() + 1);
        int trunk = width - Margin;
        return Tag(
            "svg",
            With("width", width), With("height", RowHeight * (layers.Count + 1)), With("role", "img"),
            With("aria-label", $"{skips.Length} skips"),
            layers.Select((layer, i) => layer.Inputs.Contains(i - 1)
                ? Tag("line", With("class", "flow"), With("x1", trunk), With("x2", trunk), With("y1", Row(i - 1)), With("y2", Row(i)))
                : null),
            skips.Select((skip, n) => Tag(
                "path", With("class", "skip"), With("d", Curve(skip.From, skip.To, trunk, trunk - (lanes[n] + 1) * LaneWidth)))),
            Enumerable.Range(-1, layers.Count + 1).Select(i => Tag(
                "rect", With("class", "dot"), With("x", trunk - 3), With("y", Row(i) - 3),
                With("width", 6), With("height", 6), With("rx", 3))));
    }

    private static double Row(int layer) => (layer + 1.5) * RowHeight;

    private static string Curve(int from, int to, double trunk, double lane)
    {
        double top = Row(from), bottom = Row(to), bend = Math.Min(10, (bottom - top) / 2);
        return $"M{Number(trunk)} {Number(top)}Q{Number(lane)} {Number(top)} {Number(lane)} {Number(top + bend)}"
            + $"V{Number(bottom - bend)}Q{Number(lane)} {Number(bottom)} {Number(trunk)} {Number(bottom)}";
    }

    /// <summary>Short skips go nearest to the layers; each takes the first lane that is free along its way,
    /// as far as there are any.</summary>
    private static int[] Lanes((int From, int To)[] skips)
    {
        var taken = new List<List<(int From, int To)>>();
        int[] lanes = new int[skips.Length];
        for (int n = 0; n < skips.Length; n++)
        {
            (int from, int to) = skips[n];
            int lane = taken.FindIndex(
                others => others.TrueForAll(other => to <= other.From || other.To <= from || (other.From, other.To) == (from, to)));
            if (lane < 0 && taken.Count < MostLanes)
            {
                lane = taken.Count;
                taken.Add([]);
            }

            lanes[n] = lane < 0 ? MostLanes - 1 : lane;
            taken[lanes[n]].Add(skips[n]);
        }

        return lanes;
    }
}
