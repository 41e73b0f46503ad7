using CnnGen.Generator.Members;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Emit;

/// <summary>
/// Members of a class whose attributes have mistakes: they compile, so that the mistakes are the only errors, and throw an exception
/// with the mistakes' text.
/// </summary>
internal static class FailedMembersEmitter
{
    private const string Summary = "The network has mistakes and cannot be used.";

    public static void Emit(CodeWriter writer, NetworkSpec spec, IEnumerable<string> mistakes)
    {
        string header = $"The attributes of {spec.Name.TrimStart('@')} have mistakes:";
        string message = string.Concat(mistakes.Select(mistake => $"\n{mistake}"));
        string failure = $"throw new global::System.InvalidOperationException({Code.Text(header + message)})";
        var members = new MemberWriter(writer, spec, code: "");
        foreach (Member member in NetworkMembers.Of(spec.Training && spec.HasContract, spec.Outputs.Count, spec.Weights.Count > 0))
        {
            if (member.Kind == MemberKind.Constant)
            {
                members.WriteConstant(member, Summary, value: 0);
            }
            else if (member.Kind != MemberKind.Field && (member.IsPublic || member.Modifiers.Length == 0))
            {
                members.Write(member with { Summary = Summary }, failure, member.Setter is null ? null : failure);
            }
        }
    }
}
