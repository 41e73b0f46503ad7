namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Panels of equal width in a row: <c>Count</c> panels from panel <c>First</c> on, the first at lane <c>Lane</c>.</summary>
internal readonly record struct PanelGroup(int Width, int First, int Count, int Lane)
{
    public static IReadOnlyList<PanelGroup> Of(EquatableArray<int> widths)
    {
        var groups = new List<PanelGroup>();
        int lane = 0;
        for (int i = 0; i < widths.Count; i++)
        {
            if (groups.Count > 0 && groups[^1].Width == widths[i])
            {
                groups[^1] = groups[^1] with { Count = groups[^1].Count + 1 };
            }
            else
            {
                groups.Add(new PanelGroup(widths[i], i, 1, lane));
            }

            lane += widths[i];
        }

        return groups;
    }

    /// <summary>The lane at which panel <paramref name="panel"/> (an expression) of this group begins.</summary>
    public string LaneOf(string panel) => Count == 1
        ? Code.Int(Lane)
        : First == 0 ? $"{panel} * {Width}" : $"{Lane} + ({panel} - {First}) * {Width}";
}

/// <summary>Writes the choice of a panel's method by its width.</summary>
internal static class PanelDispatch
{
    /// <param name="call">The statement for a group; the variable <c>lane</c> holds the panel's first lane.</param>
    public static void Emit(CodeWriter writer, EquatableArray<int> widths, string panel, Func<PanelGroup, string> call)
    {
        IReadOnlyList<PanelGroup> groups = PanelGroup.Of(widths);
        for (int i = 0; i < groups.Count; i++)
        {
            PanelGroup group = groups[i];
            if (groups.Count == 1)
            {
                writer.Line($"int lane = {group.LaneOf(panel)};\n{call(group)}");
                continue;
            }

            bool isLast = i == groups.Count - 1;
            string condition = isLast ? ""
                : group.Count == 1 ? $"if ({panel} == {group.First})"
                : $"if ({panel} < {group.First + group.Count})";
            using (writer.Block(i == 0 ? condition : isLast ? "else" : $"else {condition}"))
            {
                writer.Line($"int lane = {group.LaneOf(panel)};\n{call(group)}");
            }
        }
    }
}
