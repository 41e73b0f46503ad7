using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Graph;

/// <summary>Rules about how the nodes of a complete graph fit together.</summary>
internal static class GraphRules
{
    /// <summary>Every output is read by a layer or leaves the network (CNN006).</summary>
    public static void CheckUse(GraphDraft draft, NetworkGraph graph)
    {
        HashSet<int> used = [.. graph.Outputs, .. graph.Nodes.SelectMany(node => node.Inputs)];
        foreach (Node node in graph.Nodes.Where(node => !used.Contains(node.Output)))
        {
            Origin origin = draft.ValueOrigin(node.Output);
            string name = origin.Name is { } written ? $"\"{written}\"" : "its Name";
            draft.Report([Problem.Warning(DiagnosticIds.UnusedOutput, origin.Place, origin.Kind, name)], origin.Path);
        }
    }

    /// <summary>Every parameter has a name of its own, also across blocks (CNN005).</summary>
    public static void CheckParameterNames(GraphDraft draft, NetworkGraph graph)
    {
        var owners = new Dictionary<string, Node>(StringComparer.Ordinal);
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            Node node = graph.Nodes[i];
            foreach (Parameter parameter in node.Parameters)
            {
                if (owners.TryGetValue(parameter.Name, out Node other))
                {
                    Origin origin = draft.NodeOrigin(i);
                    draft.Report(
                        [Problem.Error(
                            DiagnosticIds.DuplicateName, origin.Place with { Argument = "Name" }, parameter.Name,
                            $"a parameter of {other.Kind} '{other.Name}'", "give this layer or what contains it another name")],
                        origin.Path);
                }
                else
                {
                    owners.Add(parameter.Name, node);
                }
            }
        }
    }

    /// <summary>A normalisation takes away the bias of the convolution or linear layer right before it (CNN214).</summary>
    public static void NoteUselessBiases(GraphDraft draft, NetworkGraph graph)
    {
        ILookup<int, Node> readers = graph.Nodes
            .SelectMany(node => node.Inputs.Select(input => (input, node)))
            .ToLookup(pair => pair.input, pair => pair.node);
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            Node node = graph.Nodes[i];
            bool isOutput = graph.Outputs.Contains(node.Output);
            if (node.Operator.HasBias && !isOutput && readers[node.Output].Any() && readers[node.Output].All(reader => reader.Operator is BatchNorm2d))
            {
                Origin origin = draft.NodeOrigin(i);
                string norm = readers[node.Output].First().Kind;
                Place bias = origin.Place with { Argument = "Bias" };
                var without = Fix.Of("write Bias = false", new Edit(EditKind.SetArgument, bias, "false"));
                Problem problem = Problem.Info(DiagnosticIds.BiasWithoutEffect, origin.Place, node.Kind, norm, without.Text);
                draft.Report([problem with { Fixes = EquatableArray<Fix>.From([without]) }], origin.Path);
            }
        }
    }
}
