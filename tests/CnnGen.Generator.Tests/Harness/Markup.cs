using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Tests;

/// <summary>A diagnostic's id and place.</summary>
public readonly record struct Mark(string Id, TextSpan Span);

/// <summary>Source in which <c>{|CNN202:Stride = 3|}</c> marks where a diagnostic is expected.</summary>
public sealed record Markup(string Source, IReadOnlyList<Mark> Marks)
{
    /// <summary>Takes the marks out. They may nest.</summary>
    public static Markup Parse(string text)
    {
        var source = new System.Text.StringBuilder();
        var marks = new List<Mark>();
        var open = new Stack<(string Id, int Start)>();
        for (int i = 0; i < text.Length; i++)
        {
            if (string.CompareOrdinal(text, i, "{|", 0, 2) == 0)
            {
                int colon = text.IndexOf(':', i);
                open.Push((text[(i + 2)..colon], source.Length));
                i = colon;
            }
            else if (string.CompareOrdinal(text, i, "|}", 0, 2) == 0 && open.Count > 0)
            {
                (string id, int start) = open.Pop();
                marks.Add(new(id, TextSpan.FromBounds(start, source.Length)));
                i++;
            }
            else
            {
                source.Append(text[i]);
            }
        }

        return new(source.ToString(), [.. marks.OrderBy(mark => mark.Span.Start).ThenBy(mark => mark.Id, StringComparer.Ordinal)]);
    }
}
