using System.Text;

namespace CnnGen.Generator.Tests;

/// <summary>Texts kept in a folder, one file each; a text that is not its file's, byte for byte, fails the test.</summary>
internal sealed class Snapshots(string folder, bool rewrite)
{
    /// <summary>The environment variable that, set to 1, has the files rewritten.</summary>
    public const string Variable = "CNNGEN_UPDATE_SNAPSHOTS";

    // a byte order mark stays in the text, and what is no UTF-8 throws
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The folder Snapshots of this project's sources.</summary>
    public static Snapshots Stored { get; } = new(
        Repository.Path("tests/CnnGen.Generator.Tests/Snapshots"), Environment.GetEnvironmentVariable(Variable) == "1");

    /// <summary>Diagrams, as the build writes them.</summary>
    public static Snapshots Diagrams { get; } = new(
        Repository.Path("tests/CnnGen.Generator.Tests/Snapshots/Diagrams"), Environment.GetEnvironmentVariable(Variable) == "1");

    /// <summary>The pages of the rules, for users.</summary>
    public static Snapshots Pages { get; } = new(
        Repository.Path("docs/diagnostics"), Environment.GetEnvironmentVariable(Variable) == "1");

    /// <summary>Pages for users that are made from the code.</summary>
    public static Snapshots Docs { get; } = new(
        Repository.Path("docs"), Environment.GetEnvironmentVariable(Variable) == "1");

    /// <summary>The files' names, in order.</summary>
    public IEnumerable<string> Files => Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Compares a text with its file, or writes the file.</summary>
    public void Verify(string file, string text)
    {
        string path = Path.Combine(folder, file);
        string? stored = File.Exists(path) ? Encoding.GetString(File.ReadAllBytes(path)) : null;
        if (stored == text)
        {
            return;
        }

        if (rewrite)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(path, Encoding.GetBytes(text));
            return;
        }

        string what = stored is null ? "does not exist." : Difference(stored, text);
        Assert.Fail($"{path} {what}\nIf what is made now is right, run this test with {Variable}=1, which writes the file.");
    }

    private static string Difference(string stored, string text)
    {
        string[] expected = stored.Split('\n'), found = text.Split('\n');
        int line = expected.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"differs in line {line + 1}:\nfile:    {Line(expected)}\nnow:     {Line(found)}";

        string Line(string[] lines) => line < lines.Length ? $"'{lines[line].Replace("\r", "\\r", StringComparison.Ordinal)}'" : "(end)";
    }
}
