using System.Text.RegularExpressions;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>
/// How wide vectors are is written in few places: the runtime's folder Vectors, and Layout, Panels and Machine of the generator. All else
/// asks.
/// </summary>
public sealed partial class WidthTests
{
    private static readonly string[] Folders =
    [
        "generator/CnnGen.Generator/Emit", "generator/CnnGen.Generator/Lowering", "runtime/CnnGen/Data", "runtime/CnnGen/Inference",
        "runtime/CnnGen/Kernels", "runtime/CnnGen/Math", "runtime/CnnGen/Training",
    ];

    private static readonly string[] Homes = ["Layout.cs", "Panels.cs", "Machine.cs"];

    [Fact]
    public void No_file_but_the_homes_names_a_width()
    {
        string[] files =
        [
            .. Folders.SelectMany(folder => Directory.GetFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)),
        ];
        Assert.True(files.Length > 150, $"{files.Length} files below {Repository.Root}");
        Assert.Empty(
            from file in files
            where !Homes.Contains(Path.GetFileName(file))
            from line in File.ReadAllLines(file).Select((text, index) => (Text: text, Number: index + 1))
            where NamesWidth(line.Text)
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number}: {line.Text.Trim()}");
    }

    [Theory]
    [InlineData("Vector256<float> sum;")]
    [InlineData("F8 pair = Vector128.Create(a, b);")]
    [InlineData("Activations<Vectors512, T>.ReLU(x)")]
    [InlineData("for (int c = 0; c < length; c += 8)")]
    [InlineData("writer.Line($\"for (nuint c = 0; c < {n}; c += 8)\");")]
    [InlineData("int full = channels / 8 * 8;")]
    [InlineData("if (channels % 16 == 0)")]
    [InlineData("writer.Line(Code.At(\"xt\", 8)); // the next eight")]
    [InlineData("public static int Rows(int vectors) => vectors == 1 ? 8 : 4;")]
    [InlineData("(length + 15) / 16 * 16")]
    [InlineData("i += 4 * 8")]
    [InlineData("Load(ref x, i + 24)")]
    public void A_width_is_found(string line) => Assert.True(NamesWidth(line));

    [Theory]
    [InlineData("/// <summary>Vector256, or 8 floats.</summary>")]
    [InlineData("    // c += 8")]
    [InlineData("private const int MaxRowBlocks = 16;")]
    [InlineData("FirstRow = 16,")]
    [InlineData("F8 x8 = V.Load(ref mean8, 0, 1);")]
    [InlineData("3 => W.Multiply(g0, W.Create(1f / 24)),")]
    [InlineData("return (NextUInt64() >> 32) * 3;")]
    [InlineData("double epsilon = 1e-8, double decay = 0.8")]
    [InlineData("$\"{slot.Offset,8} + {slot.Size,-8}\"")]
    [InlineData("Fma.IsSupported ? 64 : 128")]
    public void What_is_no_width_is_not(string line) => Assert.False(NamesWidth(line));

    private static bool NamesWidth(string line)
    {
        string code = Comment().Replace(line, "");
        return Type().IsMatch(code) || (!Constant().IsMatch(code) && Number().IsMatch(code));
    }

    [GeneratedRegex("//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bVectors?(64|128|256|512)(x2)?\b|\bPair\b")]
    private static partial Regex Type();

    /// <summary>A named number, in a declaration of its own.</summary>
    [GeneratedRegex(@"^\s*(\w+ )*const |^\s*\w+ = \d+,$")]
    private static partial Regex Constant();

    /// <summary>The lanes of some vectors: not in fractions, exponents, shifts or the alignment of text.</summary>
    [GeneratedRegex(@"(?<![\w.,]|,-|\de-|f / |<< |>> )(8|16|24|32)(?![\w.])")]
    private static partial Regex Number();
}
