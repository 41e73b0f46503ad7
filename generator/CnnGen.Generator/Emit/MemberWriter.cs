using CnnGen.Generator.Members;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Emit;

/// <summary>Writes the members of a network's class.</summary>
/// <param name="writer">Where to.</param>
/// <param name="spec">The class. Its full name is written where a type stands: the name alone may mean a type nested in a base class.</param>
/// <param name="code">The class with the compiled code, from <c>global::</c> on.</param>
internal sealed class MemberWriter(CodeWriter writer, NetworkSpec spec, string code)
{
    /// <param name="member">A member, but no constant.</param>
    /// <param name="body">Its body, as <see cref="Member.Body"/>.</param>
    /// <param name="setter">As <see cref="Member.Setter"/>.</param>
    public void Write(Member member, string body, string? setter)
    {
        if (member.Summary is not null)
        {
            writer.Line($"/// <summary>{member.Summary}</summary>");
        }
        else if (member.Kind is MemberKind.Property or MemberKind.Method)
        {
            writer.Line("/// <inheritdoc/>");
        }

        writer.Line(member.Kind == MemberKind.Field ? Marks.Generated : Marks.All);
        string head = Head(member);
        string text = Fill(body);
        if (member.Kind == MemberKind.Field)
        {
            writer.Line($"{head};");
        }
        else if (setter is not null)
        {
            using (writer.Block(head))
            {
                writer.Line($"get => {text};\nset => {Fill(setter)};");
            }
        }
        else if (member.Kind == MemberKind.Constructor && text.StartsWith("this(", StringComparison.Ordinal))
        {
            writer.Line($"{head}\n    : {text}\n{{\n}}");
        }
        else if (text.EndsWith(";", StringComparison.Ordinal))
        {
            using (writer.Block(head))
            {
                writer.Line(text);
            }
        }
        else
        {
            writer.Line($"{head} =>\n    {text};");
        }

        writer.Line();
    }

    public void WriteConstant(Member constant, string summary, long value) => writer.Line(
        $"/// <summary>{summary}</summary>\n{Marks.Generated}\n{Head(constant)} = {Code.Int(value)};\n");

    private string Head(Member member)
    {
        string name = Fill(member.Kind == MemberKind.Constructor ? spec.Name : $"{member.Type} {member.Name}");
        string head = member.Modifiers.Length == 0 ? name : $"{member.Modifiers} {name}";
        return member.Kind is MemberKind.Constructor or MemberKind.Method
            ? $"{head}({string.Join(", ", member.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))})"
            : head;
    }

    private string Fill(string text) => text.Replace("{T}", spec.FullName).Replace("{Code}", code);
}
