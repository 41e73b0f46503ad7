using CnnGen.Generator.Lowering;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit;

/// <summary>
/// Small expressions of the emitted C# over vectors of one kind. Their type is a parameter of the emitted code, and so are their
/// operations, which therefore are calls.
/// </summary>
/// <param name="operations">The class of operations.</param>
/// <param name="type">One vector.</param>
internal sealed class VectorCode(string operations, string type)
{
    /// <summary>The machine's widest vectors: <c>W</c> are their operations, <c>T</c> is one of them, <c>W.Count</c> its floats.</summary>
    public static readonly VectorCode Wide = new("W", "T");

    /// <summary>Eight floats, the block that channels are padded to, however many registers hold them: <c>V</c> and <c>F8</c>.</summary>
    public static readonly VectorCode Octet = new("V", "F8");

    /// <summary>The arguments of generic classes.</summary>
    public string Arguments => $"{operations}, {type}";

    public string Zero => $"{operations}.Zero";

    public string One => $"{operations}.One";

    public string AllBitsSet => $"{operations}.AllBitsSet";

    /// <summary>Reads a vector, counted from an element on.</summary>
    public string Load(string origin, int vector, Size element = default) =>
        element.IsPresent ? $"{operations}.Load(ref {origin}, {element}, {Code.Int(vector)})"
        : $"{operations}.Load(ref {origin}, {Code.Int(vector)})";

    /// <summary>Writes a vector, counted from an element on.</summary>
    public string Store(string value, string origin, int vector, Size element = default) =>
        element.IsPresent ? $"{operations}.Store({value}, ref {origin}, {element}, {Code.Int(vector)});"
        : $"{operations}.Store({value}, ref {origin}, {Code.Int(vector)});";

    /// <summary>Reads the vector at a reference.</summary>
    public string Read(string reference) => $"{operations}.LoadUnsafe({reference})";

    /// <summary>Reads the vector some elements behind an origin.</summary>
    public string Read(string origin, string place) => $"{operations}.LoadUnsafe({Place(origin, place)})";

    /// <summary>Reads the vector some elements behind an origin, or before it.</summary>
    public string Read(string origin, int place) => place < 0 ? Read(Code.At(origin, place)) : Read(origin, Code.Int(place));

    /// <summary>The statement that writes to a reference.</summary>
    public string Write(string value, string reference) => $"{operations}.StoreUnsafe({value}, {reference});";

    /// <summary>The statement that writes some elements behind an origin.</summary>
    public string Write(string value, string origin, string place) => $"{operations}.StoreUnsafe({value}, {Place(origin, place)});";

    /// <summary>The statement that writes some elements behind an origin.</summary>
    public string Write(string value, string origin, int place) => Write(value, origin, Code.Int(place));

    /// <summary>A number in all lanes.</summary>
    public string Create(string value) => $"{operations}.Create({value})";

    /// <summary>A constant in all lanes.</summary>
    public string Create(float value) => Create(Code.Float(value));

    /// <summary>One element of memory in all lanes.</summary>
    public string Broadcast(string origin, Size offset) =>
        offset.IsPresent ? $"{operations}.Broadcast(ref {origin}, {offset})" : Create(origin);

    public string Add(params string[] terms) => terms.Aggregate((sum, term) => Call("Add", sum, term));

    public string Subtract(string a, string b) => Call("Subtract", a, b);

    public string Multiply(params string[] factors) => factors.Aggregate((product, factor) => Call("Multiply", product, factor));

    public string Divide(string a, string b) => Call("Divide", a, b);

    public string MultiplyAdd(string a, string b, string sum) => Call("MultiplyAdd", a, b, sum);

    public string Negate(string a) => Call("Negate", a);

    public string And(string a, string b) => Call("BitwiseAnd", a, b);

    public string AndNot(string a, string b) => Call("AndNot", a, b);

    public string Select(string mask, string yes, string no) => Call("ConditionalSelect", mask, yes, no);

    public string Equal(string a, string b) => Call("Equals", a, b);

    public string IsNaN(string a) => Call("IsNaN", a);

    /// <summary>The sum of all lanes, a number.</summary>
    public string Sum(string a) => Call("Sum", a);

    /// <summary>A function of the runtime.</summary>
    public string Function(string type, string name, params string[] arguments) =>
        $"{type}<{Arguments}>.{name}({string.Join(", ", arguments)})";

    /// <summary>An activation of a vector; null: none.</summary>
    public string Activate(Activation? activation, string value) => activation is null ? value : Call(activation, "", value);

    /// <summary>dx from dy and the output (<paramref name="of"/> = "Output") or the input ("Input").</summary>
    public string Gradient(Activation activation, string of, string dy, string value) =>
        Call(activation, $"GradientFrom{of}", dy, value);

    /// <summary><c>ref origin</c>, some vectors further.</summary>
    public string At(string origin, int vectors) =>
        Code.At(origin, vectors switch { 0 => "0", 1 => $"{operations}.Count", _ => $"{Code.Int(vectors)} * {operations}.Count" });

    private static string Place(string origin, string place) => place == "0" ? $"ref {origin}" : $"ref {origin}, {place}";

    private string Call(string operation, params string[] arguments) => $"{operations}.{operation}({string.Join(", ", arguments)})";

    private string Call(Activation activation, string suffix, params string[] arguments) => Function(
        "Activations", $"{activation.Kind}{suffix}",
        activation.HasParameter() ? [.. arguments, Code.Float(activation.Parameter)] : arguments);
}
