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

    public static string Load(string origin, int vector, int element = 0) =>
        element != 0 ? $"W.Load(ref {origin}, {Code.Int(element)}, {vector})"
        : vector != 0 ? $"W.Load(ref {origin}, {vector})"
        : $"W.LoadUnsafe(ref {origin})";

    public static string Store(string value, string origin, int vector, int element = 0) =>
        element != 0 ? $"W.Store({value}, ref {origin}, {Code.Int(element)}, {vector});"
        : vector != 0 ? $"W.Store({value}, ref {origin}, {vector});"
        : $"W.StoreUnsafe({value}, ref {origin});";

    /// <summary>One element of memory in all lanes.</summary>
    public static string Broadcast(string origin, int offset) =>
        offset == 0 ? $"W.Create({origin})" : $"W.Create(Unsafe.Add(ref {origin}, {Code.Int(offset)}))";

    public static string MultiplyAdd(string a, string b, string sum) => $"W.MultiplyAddEstimate({a}, {b}, {sum})";

    public static string Add(params string[] terms) => terms.Aggregate((sum, term) => $"W.Add({sum}, {term})");

    public static string Activate(Activation? activation, string value) => Code.Activate(activation, value, "W, T");

    /// <summary><c>ref origin</c>, some vectors further.</summary>
    public static string At(string origin, int vectors) => Code.At(origin, vectors == 0 ? "0" : vectors == 1 ? "W.Count" : $"{Code.Int(vectors)} * W.Count");
}
