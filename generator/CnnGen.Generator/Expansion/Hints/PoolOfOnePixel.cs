using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Expansion.Hints;

/// <summary>A pool each of whose windows holds one pixel, and that leaves none out (CNN505).</summary>
internal static class PoolOfOnePixel
{
    public static IEnumerable<Hint> Find(HintedGraph graph) => graph.Nodes
        .Where(node => graph[node].Operator is Pool2d pool && graph.Input(node) == graph.Output(node) && ReadsOne(pool, graph.Input(node)))
        .Select(node =>
        {
            Fix? removed = graph.Remove(node);
            return new Hint(
                node, null, DiagnosticIds.PoolOfOnePixel, [removed], graph[node].Kind, graph.Input(node).ToString(),
                removed is null ? "leave it out" : removed.Text);
        });

    private static bool ReadsOne(Pool2d pool, Shape input)
    {
        bool isMean = pool is { Kind: PoolKind.Average, CountIncludePad: true };
        return ReadsOne(pool.Vertical, input.Height, isMean) && ReadsOne(pool.Horizontal, input.Width, isMean);
    }

    /// <summary>A mean over padding, too, is not the pixel.</summary>
    private static bool ReadsOne(Window window, int size, bool isMean) => window.Kernel == 1 || (size == 1 && !isMean);
}
