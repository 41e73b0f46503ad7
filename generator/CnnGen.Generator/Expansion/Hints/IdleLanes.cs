using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Expansion.Hints;

/// <summary>Channels that leave lanes idle (CNN501). How many channels leave the network is not a matter of choice.</summary>
internal static class IdleLanes
{
    private const int Lanes = 8;

    public static IEnumerable<Hint> Find(HintedGraph graph)
    {
        HashSet<int> last = [.. graph.BeforeOutputs(KeepsChannels).Select(pair => pair.Node)];
        foreach (int node in graph.Nodes.Where(node => !last.Contains(node)))
        {
            int channels = graph.Output(node).Channels, used = channels % Lanes;
            if (used != 0 && Argument(graph.Layer(node)) is { } argument)
            {
                int more = channels + Lanes - used, fewer = channels - used;
                string unit = argument == "outFeatures" ? "feature" : "channel";
                yield return new(
                    node, argument, DiagnosticIds.IdleLanes, [], graph[node].Kind, Size.Count(channels, unit), Size.Plain(more),
                    $"{Size.Count(more - channels, "lane")} of which {(more - channels == 1 ? "stays" : "stay")}",
                    $"use {Size.Plain(more)} for the same time" + (fewer > 0 ? $", or {Size.Plain(fewer)} for less" : ""));
            }
        }
    }

    private static string? Argument(LayerSpec layer) => new[] { "outChannels", "outFeatures" }.FirstOrDefault(layer.Has);

    private static bool KeepsChannels(Operator op) =>
        op is not (Conv2d or ConvTranspose2d or Linear or Rbf or Add or Multiply or Concat);
}
