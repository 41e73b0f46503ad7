using CnnGen.Generator.Lowering;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Writes the choice of a panel's method by its width.</summary>
internal static class PanelDispatch
{
    /// <summary>Writes <c>lane</c>, the panel's first lane (and <c>at</c>, the panel), and the call of its method.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="channels">The channels of all panels.</param>
    /// <param name="panel">The panel's number, an expression.</param>
    /// <param name="method">The method for a width in vectors.</param>
    /// <param name="arguments">Their arguments.</param>
    public static void Emit(CodeWriter writer, Size channels, string panel, Func<int, string> method, string arguments)
    {
        EquatableArray<int> kinds = Panels.Kinds((int)channels.Value);
        writer.Line($"Panel at = Panels.At({channels}, W.Count, {panel});\nint lane = at.Lane;");
        if (kinds.Count == 1 && !Panels.HasHalf((int)channels.Value))
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

            if (Panels.HasHalf((int)channels.Value))
            {
                writer.Line($"default: {Halves.Kernels}.{method(1)}({arguments}); break;");
            }
        }
    }

    /// <summary>The number of panels, an expression.</summary>
    public static string Count(Size channels) => Panels.IsOne((int)channels.Value) ? "1" : $"Panels.Count({channels}, W.Count)";
}
