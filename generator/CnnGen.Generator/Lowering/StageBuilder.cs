namespace CnnGen.Generator.Lowering;

/// <summary>Collects kernel calls in order; neighbours that run sample by sample share a stage.</summary>
internal sealed class StageBuilder
{
    /// <summary>More calls would make a stage's method too long for the JIT.</summary>
    private const int MaxCalls = 160;

    private readonly List<TrainingStage> _stages = [];
    private readonly List<KernelCall> _chunk = [];
    private readonly List<BufferSlot> _slots = [];
    private int _calls;

    /// <summary>Every slot that a call touches.</summary>
    public IReadOnlyList<BufferSlot> Slots => _slots;

    public void Add(KernelCall call, bool isPerChunk, WeightSlot? cleared = null)
    {
        foreach (BufferSlot slot in call.Operands.Select(operand => operand.Slot).OfType<BufferSlot>())
        {
            if (slot.LastUse < 0)
            {
                _slots.Add(slot);
            }

            slot.Touch(_calls);
        }

        _calls++;
        if (isPerChunk)
        {
            _chunk.Add(call);
            if (_chunk.Count == MaxCalls)
            {
                Flush();
            }
        }
        else
        {
            Flush();
            _stages.Add(new TrainingStage("", IsPerChunk: false, [call], cleared));
        }
    }

    /// <summary>The stages since the last call, named in order.</summary>
    public IReadOnlyList<TrainingStage> Take(string name)
    {
        Flush();
        TrainingStage[] stages = [.. _stages.Select((stage, index) => stage with { Name = $"{name}{index}" })];
        _stages.Clear();
        return stages;
    }

    private void Flush()
    {
        if (_chunk.Count > 0)
        {
            _stages.Add(new TrainingStage("", IsPerChunk: true, [.. _chunk]));
            _chunk.Clear();
        }
    }
}
