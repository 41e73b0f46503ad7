using System.Text;
using System.Text.RegularExpressions;

namespace CnnGen.Generator.Tests.Documentation;

/// <summary>A page for users, read as a program: its C# blocks in order, and what the page says that they print.</summary>
/// <remarks>
/// A block that begins with an attribute or a class declares types; any other is statements, which share one method. A block of text right
/// after statements is what they print; one that begins with an error's id is what the compiler says of the types before it.
/// </remarks>
internal sealed partial class Guide
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;
        using CnnGen;


        """;

    private readonly StringBuilder _types = new();
    private readonly StringBuilder _statements = new();

    /// <summary>Reads a page.</summary>
    /// <param name="markdown">Its text.</param>
    /// <param name="given">Statements that the page takes for granted.</param>
    public Guide(string markdown, string given = "")
    {
        _statements.AppendLine(given);
        (string Language, string Text)[] blocks =
            [.. Fence().Matches(markdown).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];
        for (int i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Language == "csharp")
            {
                (string language, string after) = i + 1 < blocks.Length ? blocks[i + 1] : default;
                bool isSaid = language == "text" || (language == "" && after.StartsWith("error CNN", StringComparison.Ordinal));
                Add(blocks[i].Text, isSaid ? after : "");
            }
        }
    }

    /// <summary>What each block of statements with a text after it prints.</summary>
    public List<string> Printed { get; } = [];

    /// <summary>Types that are mistaken on purpose, each with what the compiler says.</summary>
    public List<(string Source, string Message)> Mistakes { get; } = [];

    /// <summary>The page as one file; <c>Guide.Run</c> takes a folder for its files and returns what was printed.</summary>
    public string Program => $$"""
        {{Usings}}{{_types}}
        static class Console
        {
            private static readonly StringWriter Text = new() { NewLine = "\n" };
            public static List<string> Printed { get; } = new();
            public static void WriteLine(object? value) => Text.WriteLine(value);
            public static void Keep()
            {
                Printed.Add(Text.ToString());
                Text.GetStringBuilder().Clear();
            }
        }

        public static class Guide
        {
            public static List<string> Run(string folder)
            {
                {{FileName().Replace(_statements.ToString(), "Path.Combine(folder, $0)")}}
                return Console.Printed;
            }
        }

        """;

    private void Add(string block, string after)
    {
        bool declares = Declaration().IsMatch(block);
        if (declares && after.StartsWith("error CNN", StringComparison.Ordinal))
        {
            Mistakes.Add((Usings + block, Spaces().Replace(after, " ").Trim()));
        }
        else if (declares)
        {
            _types.Append(block.Replace("using CnnGen;\n", "", StringComparison.Ordinal)).Append('\n');
        }
        else
        {
            _statements.Append(block);
            if (after.Length > 0)
            {
                _statements.AppendLine("Console.Keep();");
                Printed.Add(after);
            }
        }
    }

    [GeneratedRegex("^```([a-z]*)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A(using CnnGen;\s*)?(\[|(public |static |sealed |partial )*class )")]
    private static partial Regex Declaration();

    [GeneratedRegex("\"[a-z0-9-]+\\.safetensors\"")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
