namespace CnnGen.Generator.Lowering;

/// <summary>Memory of the backward pass beside the arena: partial gradients of chunks and rearranged weights.</summary>
internal sealed class GradientAccumulation
{
    /// <summary>Smaller gradients are summed up per chunk; larger ones by panels over the whole batch.</summary>
    private const int LargestPartial = 65_536;

    private readonly List<PartialGradient> _partials = [];
    private readonly List<TransposedWeights> _transposed = [];
    private int _partialLength;

    public IReadOnlyList<PartialGradient> Partials => _partials;

    public IReadOnlyList<TransposedWeights> Transposed => _transposed;

    /// <summary>Elements of memory for the sum of a large gradient over one image; calls over the whole batch take turns.</summary>
    public int ImageSumLength { get; private set; }

    public static bool IsPerChunk(WeightSlot weight) => weight.PackedLength <= LargestPartial;

    /// <summary>Returns the offset in a chunk's partial gradients.</summary>
    public int Partial(WeightSlot slot)
    {
        var partial = new PartialGradient(_partialLength, slot);
        _partials.Add(partial);
        _partialLength = checked(_partialLength + slot.PackedLength);
        return partial.Partial;
    }

    /// <summary>Memory for the sum over one image, laid out as the gradient is.</summary>
    public Operand ImageSum(WeightSlot slot)
    {
        ImageSumLength = Math.Max(ImageSumLength, slot.PackedLength);
        return Operand.In(Region.ImageSum);
    }

    /// <summary>Returns the offset among the rearranged weights.</summary>
    public int Transpose(
        WeightSlot weight, PanelSpec panels, EquatableArray<int> taps, bool isWinograd = false)
    {
        int offset = _transposed.Count == 0 ? 0 : _transposed[^1].End;
        var transposed = new TransposedWeights(weight, panels, taps, offset, isWinograd);
        _transposed.Add(transposed);
        return isWinograd ? transposed.WinogradOffset : transposed.Offset;
    }
}
