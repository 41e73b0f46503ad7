using System.Text;

namespace CnnGen.Generator.Emit;

/// <summary>Writes C# with the indentation of the block that it is in; line ends are always <c>\n</c>.</summary>
/// <param name="sizes">How the sizes of a layer are written.</param>
internal sealed class CodeWriter(Sizes sizes)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeWriter()
        : this(Sizes.Written)
    {
    }

    /// <summary>How the sizes of the current method's layer are written.</summary>
    public Sizes Sizes { get; private set; } = sizes;

    /// <summary>Writes sizes in another way until the result is disposed.</summary>
    public SizesScope With(Sizes other)
    {
        var scope = new SizesScope(this, Sizes);
        Sizes = other;
        return scope;
    }

    /// <summary>Writes one or more lines, each indented to the current depth.</summary>
    public void Line(string lines = "")
    {
        foreach (string line in lines.Replace("\r", "").Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(line);
            }

            _text.Append('\n');
        }
    }

    /// <summary>Writes a header, if there is one, and an open brace; disposing writes the closing brace.</summary>
    public Scope Block(string header)
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        _depth++;
        return new Scope(this, "}");
    }

    /// <summary>A loop; one that runs once is written as its body alone.</summary>
    public Scope Loop(string variable, Size count) => count.Number is 0 or 1 ? default
        : Block($"for (int {variable} = 0; {variable} < {count}; {variable}++)");

    public override string ToString() => _text.ToString();

    private void Close(string end)
    {
        _depth--;
        Line(end);
    }

    public readonly struct Scope(CodeWriter? writer, string end) : IDisposable
    {
        public void Dispose() => writer?.Close(end);
    }

    public readonly struct SizesScope(CodeWriter writer, Sizes before) : IDisposable
    {
        public void Dispose() => writer.Sizes = before;
    }
}
