namespace CnnGen.Generator.Emit;

/// <summary>
/// Tables whose length grows with the network, as methods that return arrays; long ones in parts, since the JIT gives up on long methods.
/// </summary>
internal static class TableEmitter
{
    private const int RowsPerPart = 128;

    /// <summary>Writes the method <paramref name="name"/>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="type">The elements' type.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="rows">Lines that end in a comma, or in a comma and a comment.</param>
    /// <param name="takesLanes">The method has a parameter <c>lanes</c>: the floats of a vector.</param>
    public static void Emit(CodeWriter writer, string type, string name, IEnumerable<string> rows, bool takesLanes = false)
    {
        string[][] parts = [.. Parts(rows)];
        if (parts.Length == 1)
        {
            EmitPart(writer, type, $"{name}({(takesLanes ? "int lanes" : "")})", parts[0]);
            return;
        }

        (string argument, string parameter) = takesLanes ? ("lanes", "int lanes") : ("", "");
        string all = string.Join(", ", parts.Select((_, i) => $".. {name}{i}({argument})"));
        writer.Line($"private static {type}[] {name}({parameter}) => [{all}];\n");
        for (int i = 0; i < parts.Length; i++)
        {
            EmitPart(writer, type, $"{name}{i}({parameter})", parts[i]);
        }
    }

    /// <summary>The rows in parts of bounded length.</summary>
    public static IEnumerable<T[]> Parts<T>(IEnumerable<T> rows) =>
        rows.Select((row, i) => (row, i)).GroupBy(pair => pair.i / RowsPerPart, pair => pair.row, (_, part) => part.ToArray());

    private static void EmitPart(CodeWriter writer, string type, string head, string[] rows)
    {
        writer.Line($"private static {type}[] {head} =>\n[");
        foreach (string row in rows)
        {
            writer.Line($"    {row}");
        }

        writer.Line("];\n");
    }
}
