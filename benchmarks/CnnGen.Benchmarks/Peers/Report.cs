using System.Text;

namespace CnnGen.Benchmarks.Peers;

/// <summary>Markdown that is printed as it grows and saved at the end.</summary>
public sealed class Report
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a line; a heading gets an empty line above it.</summary>
    public void Add(object line)
    {
        string text = line.ToString()!;
        if (text.StartsWith("##", StringComparison.Ordinal))
        {
            text = "\n" + text;
        }

        Console.WriteLine(text);
        _text.Append(text).Append('\n');
    }

    /// <summary>Adds lines as they come.</summary>
    public void AddAll(IEnumerable<object> lines)
    {
        foreach (object line in lines)
        {
            Add(line);
        }
    }

    /// <summary>Writes the file.</summary>
    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, _text.ToString());
        Console.WriteLine($"\nwritten to {path}");
    }
}
