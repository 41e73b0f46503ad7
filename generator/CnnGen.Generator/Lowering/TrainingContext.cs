namespace CnnGen.Generator.Lowering;

/// <summary>Forward calls of a training pass; what they compute stays for the backward pass.</summary>
internal sealed class TrainingContext(LoweredGraph graph, IReadOnlyList<Layout> layouts, WeightPlan weights, StageBuilder stages)
    : ForwardContext(graph, layouts, weights, isTraining: true)
{
    /// <summary>The largest working memory that a call asked for.</summary>
    public int ScratchLength { get; private set; }

    public override Operand WorkingMemory(int length)
    {
        ScratchLength = Math.Max(ScratchLength, length);
        return Operand.In(Region.Scratch);
    }

    protected override void Add(KernelCall call, bool isPerChunk, LoweredNode node) => stages.Add(call, isPerChunk);
}
