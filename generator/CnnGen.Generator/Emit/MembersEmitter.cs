using System.Text;
using CnnGen.Generator.Members;

namespace CnnGen.Generator.Emit;

/// <summary>The members of the user's class: constants, constructors, and what the interfaces ask for.</summary>
internal static class MembersEmitter
{
    public static void Emit(CodeWriter writer, NetworkModel model)
    {
        var members = new MemberWriter(writer, model.Spec, model.CodePath);
        bool isEmbedded = model.Spec.Weights.Count > 0;
        foreach (Member member in NetworkMembers.Of(model.Training is not null, model.Outputs.Count, isEmbedded))
        {
            if (member.Kind == MemberKind.Constant)
            {
                (long value, string detail) = Constant(member.Name, model);
                members.WriteConstant(member, member.Summary + detail + ".", value);
            }
            else
            {
                members.Write(member, member.Body ?? Body(member, model), member.Setter);
            }
        }
    }

    private static (long Value, string Detail) Constant(string name, NetworkModel model) => name switch
    {
        NetworkMembers.InputLength => (model.Input.Shape.Length, $", {model.Input.Shape}"),
        NetworkMembers.OutputLength => (model.OutputLength, $", {string.Join(" and ", model.Outputs.Select(output => output.Shape))}"),
        NetworkMembers.ParameterCount => (model.ParameterCount, ""),
        NetworkMembers.MultiplyAdds => (model.MultiplyAdds, ""),
        NetworkMembers.ArenaBytes => (model.ArenaBytes, ""),
        _ => throw new InvalidOperationException($"No constant {name}."),
    };

    private static string Body(Member member, NetworkModel model) =>
        member.Name == NetworkMembers.LoadEmbedded ? Embedded(model) : SeveralOutputs(member, model);

    /// <summary>The network of what lies in its own assembly.</summary>
    private static string Embedded(NetworkModel model)
    {
        string resource = Code.Text(model.Spec.Weights[0].Resource);
        string arguments = $"typeof({{T}}).Assembly, {resource}, Info.Parameters, {{Code}}.NewWeights";
        return $"new {{T}}({NetworkMembers.Safetensors}.LoadEmbedded({arguments}))";
    }

    /// <summary>The statements of <c>Predict</c> with a span for each output.</summary>
    private static string SeveralOutputs(Member predict, NetworkModel model)
    {
        string[] names = [.. predict.Parameters.Skip(1).Select(parameter => parameter.Name)];
        var text = new StringBuilder();
        for (int i = 0; i < names.Length; i++)
        {
            text.Append($"_inference.CheckOutput({names[i]}, {model.Outputs[i].Shape.Length}, nameof({names[i]}));\n");
        }

        text.Append("global::System.ReadOnlySpan<float> outputs = _inference.Predict(input);");
        long offset = 0;
        for (int i = 0; i < names.Length; i++)
        {
            long length = model.Outputs[i].Shape.Length;
            text.Append($"\noutputs.Slice({offset}, {length}).CopyTo({names[i]});");
            offset += length;
        }

        return text.ToString();
    }
}
