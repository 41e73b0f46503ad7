using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Weights;

/// <summary>Whether a network can load what the project embeds for it.</summary>
internal static class WeightsCheck
{
    /// <param name="network">The class's name.</param>
    /// <param name="files">What is embedded for it: one file in a correct project.</param>
    /// <param name="graph">Null where the network has mistakes of its own.</param>
    public static IEnumerable<Problem> Of(string network, EquatableArray<WeightsFile> files, NetworkGraph? graph)
    {
        if (files.Count > 1)
        {
            string names = string.Join(" and ", files.Select(file => $"'{file.Name}'"));
            yield return Unusable(files[0], $"'{network}' gets weights from {names}; keep one of them");
        }
        else if (files.Count == 1 && files[0].Fault is { } fault)
        {
            yield return Unusable(files[0], fault);
        }
        else if (files.Count == 1 && graph is not null && Mismatch(files[0], graph) is { } mismatch)
        {
            yield return Problem.Error(DiagnosticIds.WeightsDoNotFit, Place.Class, files[0].Name, network, mismatch);
        }
    }

    private static Problem Unusable(WeightsFile file, string fault) =>
        Problem.Error(DiagnosticIds.WeightsUnusable, Place.Class, file.Name, fault);

    private static string? Mismatch(WeightsFile file, NetworkGraph graph)
    {
        ParameterInfo[] parameters =
        [
            .. graph.Nodes.SelectMany(node => node.Parameters)
                .Select(parameter => new ParameterInfo(parameter.Name, parameter.Shape, Offset: 0, Length: 0, parameter.IsTrainable)),
        ];
        TensorMatch match = TensorMatch.Find(file.Tensors, parameters);
        return TensorMismatch.Describe(match) is { } mismatch ? mismatch + TensorRename.Explain(match) : null;
    }
}
