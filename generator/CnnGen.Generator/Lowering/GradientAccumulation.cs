namespace CnnGen.Generator.Lowering;

/// <summary>Memory of the backward pass beside the arena: partial gradients of chunks.</summary>
internal sealed class GradientAccumulation
{
    /// <summary>Smaller gradients are summed up per chunk; larger ones by panels over the whole batch.</summary>
    private const int LargestPartial = 65_536;

    private readonly List<PartialGradient> _partials = [];
    private int _partialLength;

    public IReadOnlyList<PartialGradient> Partials => _partials;

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
}
