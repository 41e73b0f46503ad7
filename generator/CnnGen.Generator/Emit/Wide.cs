using CnnGen.Generator.Lowering;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit;

/// <summary>
/// Small expressions of the emitted C# over the machine's vectors: <c>W</c> are their operations, <c>T</c> is one of them,
/// <c>W.Count</c> its floats. Places are an element and vectors behind it.
/// </summary>
internal static class Wide
{
    /// <summary>The same code on vectors of eight, half of the widest.</summary>
    public const string Half = "On<V, F8>.Kernels";

    /// <summary>
    /// Statements for channels, which are padded to a multiple of eight: for all that whole vectors hold, and for eight that are left
    /// over where a vector holds more.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="written">How they are written.</param>
    /// <param name="statement">From the class of the methods that it calls ("" or ending in a dot), the first channel and the end.</param>
    public static void EmitHalves(CodeWriter writer, int channels, Size written, Func<string, string, string, string> statement)
    {
        if (!Panels.HasHalf(channels))
        {
            writer.Line(statement("", "0", written.Text));
            return;
        }

        writer.Line(statement("", "0", $"{written} / W.Count * W.Count"));
        using (writer.Block($"if ({written} % W.Count != 0)"))
        {
            writer.Line(statement($"{Half}.", (written - Layout.Lanes).Text, written.Text));
        }
    }

    public static string Load(string origin, int vector, Size element = default) =>
        element.IsPresent ? $"W.Load(ref {origin}, {element}, {Code.Int(vector)})" : $"W.Load(ref {origin}, {Code.Int(vector)})";

    public static string Store(string value, string origin, int vector, Size element = default) =>
        element.IsPresent ? $"W.Store({value}, ref {origin}, {element}, {Code.Int(vector)});"
        : $"W.Store({value}, ref {origin}, {Code.Int(vector)});";

    /// <summary>One element of memory in all lanes.</summary>
    public static string Broadcast(string origin, Size offset) =>
        offset.IsPresent ? $"W.Broadcast(ref {origin}, {offset})" : $"W.Create({origin})";

    public static string MultiplyAdd(string a, string b, string sum) => $"W.MultiplyAdd({a}, {b}, {sum})";

    public static string Add(params string[] terms) => terms.Aggregate((sum, term) => $"W.Add({sum}, {term})");

    public static string Activate(Activation? activation, string value) => Code.Activate(activation, value, "W, T");

    /// <summary><c>ref origin</c>, some vectors further.</summary>
    public static string At(string origin, int vectors) => Code.At(origin, vectors == 0 ? "0" : vectors == 1 ? "W.Count" : $"{Code.Int(vectors)} * W.Count");
}
