using CnnGen.Generator.Lowering;

namespace CnnGen.Generator.Emit;

/// <summary>
/// Code for the widest vectors where eight channels are left over that fill half of one: the same code on vectors of eight.
/// </summary>
internal static class Halves
{
    /// <summary>The class of that code's methods.</summary>
    public const string Kernels = "On<V, F8, V, F8>.Kernels";

    /// <summary>
    /// Statements for channels, which are padded to a multiple of eight: for all that whole vectors hold, and for eight that are left
    /// over where a vector holds more.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="statement">From the class of the methods that it calls ("" or ending in a dot), the first channel and the end.</param>
    public static void Emit(CodeWriter writer, Size channels, Func<string, string, string, string> statement)
    {
        if (!Panels.HasHalf((int)channels.Value))
        {
            writer.Line(statement("", "0", channels.Text));
            return;
        }

        writer.Line(statement("", "0", $"{channels} / W.Count * W.Count"));
        using (writer.Block($"if ({channels} % W.Count != 0)"))
        {
            writer.Line(statement($"{Kernels}.", (channels - Layout.Lanes).Text, channels.Text));
        }
    }
}
