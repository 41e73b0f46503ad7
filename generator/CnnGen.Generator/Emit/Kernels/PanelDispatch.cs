using CnnGen.Generator.Lowering;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Writes the choice of a panel's method by its width.</summary>
internal static class PanelDispatch
{
    /// <summary>Writes <c>lane</c>, the panel's first lane (and <c>at</c>, the panel), and the call of its method.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="channels">The channels of all panels.</param>
    /// <param name="written">How they are written.</param>
    /// <param name="panel">The panel's number, an expression.</param>
    /// <param name="method">The method for a width in vectors.</param>
    /// <param name="arguments">Their arguments.</param>
    public static void Emit(CodeWriter writer, int channels, Size written, string panel, Func<int, string> method, string arguments)
    {
        EquatableArray<int> kinds = Panels.Kinds(channels);
        writer.Line($"Panel at = Panels.At({written}, W.Count, {panel});\nint lane = at.Lane;");
        if (kinds.Count == 1 && !Panels.HasHalf(channels))
        {
            writer.Line($"{method(kinds[0])}({arguments});");
            return;
        }

        using (writer.Block("switch (at.Vectors)"))
        {
            foreach (int vectors in kinds)
            {
                writer.Line($"case {vectors}: {method(vectors)}({arguments}); break;");
            }

            if (Panels.HasHalf(channels))
            {
                writer.Line($"default: {Halves.Kernels}.{method(1)}({arguments}); break;");
            }
        }
    }

    /// <summary>The number of panels, an expression.</summary>
    public static string Count(int channels) => Count(channels, channels);

    /// <inheritdoc cref="Count(int)"/>
    public static string Count(int channels, Size written) => Panels.IsOne(channels) ? "1" : $"Panels.Count({written}, W.Count)";
}
