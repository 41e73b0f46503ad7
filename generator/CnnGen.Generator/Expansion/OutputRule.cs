using CnnGen.Generator.Attributes;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Expansion;

/// <summary>What leaves a network or a block: the tensors that <c>Output</c> names, else the last layer's.</summary>
internal static class OutputRule
{
    /// <summary>The argument of <c>Output</c>.</summary>
    public const string Argument = "name";

    public static IReadOnlyList<int> Resolve(GraphDraft draft, Scope scope, int last)
    {
        if (scope.Outputs.Count == 0)
        {
            return [last];
        }

        var outputs = new List<int>();
        for (int i = 0; i < scope.Outputs.Count; i++)
        {
            var reader = new ArgumentReader(scope.Outputs[i], scope.At(Place.Output(i)));
            int? value = reader.Spec.IsBroken ? null : Resolve(reader, scope, outputs);
            outputs.Add(value ?? draft.AddUnknown());
            draft.Report(reader.Problems, scope.Path);
        }

        return outputs;
    }

    private static int? Resolve(ArgumentReader reader, Scope scope, List<int> earlier)
    {
        string name = reader.Spec.Get(Argument, "");
        if (scope.Names.Resolve(reader, Argument, item: 0, name) is not { } value)
        {
            return null;
        }

        if (earlier.IndexOf(value) is >= 0 and var index)
        {
            reader.Problems.Error(DiagnosticIds.DuplicateName, Argument, name, $"output {Size.Text(index)}", "remove one of them");
        }
        else if (name == NameTable.Input)
        {
            reader.Problems.OutOfRange(Argument, "the name of a layer", "the input");
        }
        else if (scope.Owner > 0 && earlier.Count > 0)
        {
            reader.Problems.OutOfRange(Argument, "the only Output, as a block has one,", $"Output {Size.Text(earlier.Count + 1)}");
        }

        return reader.Problems.Failed ? null : value;
    }
}
