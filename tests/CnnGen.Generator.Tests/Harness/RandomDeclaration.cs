using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests;

/// <summary>A network's declaration, odd in one or several ways; a seed gives always the same one.</summary>
/// <param name="Files">The project's files.</param>
/// <param name="Language">Its language version.</param>
/// <param name="RunAnalyzers">As MSBuild says it; null where the compiler does not see it.</param>
/// <param name="IsRight">Whether it must build.</param>
internal sealed record RandomDeclaration(string[] Files, LanguageVersion Language, string? RunAnalyzers, bool IsRight)
{
    private static readonly string[] Names =
    [
        "Net", "Inference", "Training", "Kernels", "Layers", "V", "F8", "Lanes", "Unsafe", "WeightStore", "Code", "Span", "MathF", "_", "__",
        "_B", "A_", "Generated", "CnnGen_Generated", "@event", "@class", "@record", "field", "@scoped", "net", "T_", "กา", "กี", "É", "global",
        new('N', 240), "Parameters_", "MemoryMarshal", "Vector256", "InferencePass", "Random", "NetworkInfo", "Object", "String",
    ];

    private static readonly string[] WrongNames = ["Info", "Save", "Load", "Threads", "Predict", "_inference", "InputLength"];

    private static readonly string[] Spaces =
        ["", "", "A", "A.B", "A_", "A._B", "@event.@class", "CnnGen.Generated", "CnnGen.Generated.A", "My.System", "Unsafe", "V.F8"];

    private static readonly (string Text, bool IsRight)[] Outers =
    [
        ("{0}", true), ("{0}", true), ("{0}", true), ("partial class Outer { {0} }", true), ("partial struct V { {0} }", true),
        ("partial record struct R { {0} }", true), ("static partial class S { {0} }", true), ("partial interface I { {0} }", true),
        ("class Closed { {0} }", false), ("partial class G<T> { {0} }", false),
    ];

    private static readonly (string Text, bool IsRight)[] Kinds =
    [
        ("partial class", true), ("sealed partial class", true), ("internal partial class", true), ("unsafe partial class", false),
        ("class", false), ("static partial class", false), ("abstract partial class", false), ("partial record", false),
        ("partial struct", false), ("file partial class", false), ("partial interface", false), ("sealed partial record class", false),
    ];

    private static readonly (string Text, string Base, bool IsRight)[] Bases =
    [
        ("class Base { }", "Base", true), ("class Base { protected Base() { } }", "Base", true),
        ("class Base { protected Base(int x = 0, params string[] y) { } }", "Base", true),
        ("abstract class Base { public virtual void Save(string path) { } public int Threads; public class Info { } }", "Base", true),
        ("class Base<T> { }", "Base<string>", true), ("interface IBase { }", "IBase", true), ("", "global::System.Exception", true),
        ("class Base { private Base() { } }", "Base", false), ("class Base { public Base(int x) { } }", "Base", false),
        ("class Base { public Base(int x = 0) { } public Base(string y = null) { } }", "Base", false),
        ("class Base { [System.Obsolete] public Base() { } }", "Base", false),
        ("class Base { [System.Obsolete(\"no\", true)] public Base() { } }", "Base", false),
        ("abstract class Base { public abstract void Save(string path); }", "Base", false),
        ("class Base { public required int X; }", "Base", false), ("", "Missing", false), ("sealed class Base { }", "Base", false),
    ];

    private static readonly (string Text, bool IsRight)[] Members =
    [
        ("public {T}(string s) { }", true), ("private {T}(float x) : this((int)x) { }", true), ("static {T}() { }", true),
        ("public void Save(int x) { }", true), ("public void Save<T>(string x) { }", true), ("public string Title { get; set; }", true),
        ("public const int V = 1; class F8 { } static void Unsafe() { }", true), ("class CnnGenX { } class WeightStore { }", true),
        ("public override string ToString() => \"a\";", true), ("public int this[int i] => i;", true), ("~{T}() { }", true),
        ("public {T}() { }", false), ("public {T}(int seed) { }", false), ("private {T}(CnnGen.Runtime.WeightStore w) { }", false),
        ("public void Save(string path) { }", false), ("public int Threads;", false), ("class Info { }", false), ("void Fork() { }", false),
        ("enum Parameters { }", false), ("void Predict(System.ReadOnlySpan<float> a, System.Span<float> b) { }", false),
        ("event System.Action Load;", false), ("int get_Threads() => 0;", false), ("delegate void MultiplyAdds();", false),
        ("static {T} Load(System.IO.Stream s) => null;", false), ("object _inference;", false), ("int ArenaBytes { get; }", false),
        ("CnnGen.Runtime.TrainingPass CnnGen.ITrainableNetwork<{T}>.CreateTrainingPass(int b, CnnGen.Runtime.ThreadTeam t) => null;", false),
    ];

    private static readonly (string Text, bool IsRight)[] Attributes =
    [
        ("[Network, Input(4), Linear(2)]", true), ("[Network(Training = false), Input(3), Linear(1), ReLU]", true),
        ("[Network]\n[Input(4), Linear(2, Name = \"a\"), Linear(2, Name = \"b\"), Output(\"a\"), Output(\"b\")]", true),
        ("[Network]\n#pragma warning disable CNN202\n[Input(1, 5, 5), MaxPool2d(2)]\n#pragma warning restore CNN202\n", true),
        ("[Network(Training = false)]\n#pragma warning restore CNN202\n[Input(1, 5, 5), MaxPool2d(2)]", false),
        ("[Network]\n#pragma warning disable CNN101\n[Input(4), Linear(0)]\n", false), ("[Network, Linear(2)]", false),
        ("[Network, Input(4)]", false), ("[Network(MaxParameters = 1), Input(4), Linear(2)]", false),
        ("[Network(MaxArenaBytes = 1), Input(1, 8, 8), Conv2d(8, 3), ReLU, Conv2d(8, 3)]", false),
        ("[Network, Network, Input(4), Linear(2)]", false),
        ("[Network, Input(4), Linear(2, From = \"\\\"\\\\{T}\\n\")]", false), ("[Network, Input(4), Linear(Missing)]", false),
        ("[Network, Input(4), Linear(2, Name = \"a\\u2028b\")]", false), ("[Network, Input(4), Unknown, Linear(2)]", false),
    ];

    private static readonly LanguageVersion[] Languages =
    [
        LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.CSharp13, LanguageVersion.Preview,
        LanguageVersion.CSharp7_3, LanguageVersion.CSharp8, LanguageVersion.CSharp10, LanguageVersion.CSharp11,
    ];

    public static RandomDeclaration Of(int seed)
    {
        var random = new Random(seed);
        bool isRight = true;
        string name = Pick(Names.Select(text => (text, true)), WrongNames.Select(text => (text, false)));
        string outer = Pick(Outers);
        string kind = Pick(Kinds);
        string attributes = Pick(Attributes);
        string members = random.Next(2) == 0 ? Pick(Members) : "";
        // Neither a member nor the containing type has the class's own name.
        isRight &= !Regex.IsMatch(members + outer, $@"\b{name}\b");
        (string declaration, string parent) = ("", "");
        if (random.Next(3) == 0)
        {
            (declaration, parent, bool isGood) = Bases[Index(Bases.Length, i => Bases[i].IsRight)];
            isRight &= isGood;
        }

        LanguageVersion language = Languages[Index(Languages.Length, i => i < 4)];
        isRight &= language >= LanguageVersion.CSharp12;
        string header = $"{attributes}\n{kind} {name}{(parent.Length > 0 ? $" : {parent}" : "")}";
        string body = $"{header} {{ {members.Replace("{T}", name, StringComparison.Ordinal)} }}";
        string text = outer.Replace("{0}", body, StringComparison.Ordinal) + "\n" + declaration;
        string space = Spaces[random.Next(Spaces.Length)];
        string file = "#pragma warning disable\nusing CnnGen;\n" + (space.Length > 0 ? $"namespace {space}\n{{\n{text}\n}}\n" : text);
        string[] copies = random.Next(12) == 0 ? [file] : [];
        isRight &= copies.Length == 0;
        const string Other =
            "#pragma warning disable\nnamespace Others { [CnnGen.Network, CnnGen.Input(2), CnnGen.ReLU] partial class Other { } }";
        string? run = new[] { null, "", "true", "false", "False" }[random.Next(5)];
        return new([file, .. copies, Other], language, run, isRight);

        string Pick(params IEnumerable<(string Text, bool IsRight)>[] choices)
        {
            (string Text, bool IsRight)[] all = [.. choices.SelectMany(choice => choice)];
            (string Text, bool IsRight) choice = all[Index(all.Length, i => all[i].IsRight)];
            isRight &= choice.IsRight;
            return choice.Text;
        }

        // Rarely a wrong choice, so that half of the declarations are right.
        int Index(int count, Func<int, bool> isGood)
        {
            bool mayBeWrong = random.Next(8) == 0;
            int index = random.Next(count);
            while (!mayBeWrong && !isGood(index))
            {
                index = random.Next(count);
            }

            return index;
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"C# {Language}, RunAnalyzers {RunAnalyzers ?? "unseen"}, {(IsRight ? "right" : "wrong")}\n{Files[0]}");
}
