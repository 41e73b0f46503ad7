using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering;

/// <summary>What a lowered network takes, in bytes.</summary>
internal static class Memory
{
    /// <summary>Working memory of <c>Predict</c> on one thread.</summary>
    public static long Arena(InferencePlan plan) => Bytes(plan.ArenaLength);

    /// <summary>The parameters, packed, with what pads them to whole vectors.</summary>
    public static long Weights(InferencePlan plan) => Bytes(plan.Weights.PackedLength);

    /// <summary>Weights that are prepared for inference beside the parameters: normalisations folded in, or transformed.</summary>
    public static long Prepared(InferencePlan plan) => Bytes(plan.Preparations.Length);

    /// <summary>
    /// What each sample of a batch takes in training: its tensors and gradients, its input, its output and that one's gradient. The
    /// gradient of the input comes on top where someone asks for it.
    /// </summary>
    public static long TrainingSample(NetworkGraph graph, TrainingPlan plan) =>
        Bytes(plan.ArenaLength + graph.Values[0].Shape.Length + 2 * graph.Outputs.Sum(output => graph.Values[output].Shape.Length));

    /// <summary>What the tensors of each layer take, in bytes, at the moment when all together take most; found when it is asked for.</summary>
    /// <param name="slots">The tensors.</param>
    /// <param name="calls">
    /// The calls that their uses count; the first one that uses a tensor says whose it is, unless the tensor says so itself.
    /// </param>
    public static IEnumerable<(string Layer, long Bytes)> Peak(IReadOnlyList<BufferSlot> slots, IReadOnlyList<KernelCall> calls)
    {
        IEnumerable<BufferSlot> peak = slots.Select(slot => slot.FirstUse).Distinct()
            .Select(step => slots.Where(slot => slot.FirstUse <= step && step <= slot.LastUse))
            .OrderByDescending(alive => alive.Sum(slot => (long)slot.Size))
            .FirstOrDefault() ?? [];
        foreach (IGrouping<string, BufferSlot> layer in
            peak.GroupBy(slot => slot.Layer ?? calls[slot.FirstUse].Layer, StringComparer.Ordinal))
        {
            yield return (layer.Key, Bytes(layer.Sum(slot => (long)slot.Size)));
        }
    }

    private static long Bytes(long elements) => sizeof(float) * elements;
}
