using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering;

/// <summary>A tensor's memory in the arena, alive from the first to the last kernel call that touches it.</summary>
internal sealed class BufferSlot(string name, Layout layout)
{
    private BufferSlot? _whole;
    private int _offset;

    /// <summary>Memory for a kernel's own use; the length is rounded up to whole vectors.</summary>
    public static BufferSlot Vector(string name, int length) => new(name, Lowering.Layout.Dense(Shape.Vector(length)));

    public string Name { get; } = name;

    public Layout Layout { get; } = layout;

    /// <summary>The layer whose output it is the gradient of; null for what belongs to the layer that first uses it.</summary>
    public string? Layer { get; init; }

    /// <summary>Elements, rounded up to cache lines.</summary>
    public int Size { get; } = checked((layout.Size + Machine.CacheLine - 1) / Machine.CacheLine * Machine.CacheLine);

    public int FirstUse { get; private set; } = int.MaxValue;

    public int LastUse { get; private set; } = -1;

    /// <summary>The first element in the arena; in a view, counted from the whole tensor's.</summary>
    public int Offset
    {
        get => _offset + (_whole?.Offset ?? 0);
        set => _offset = value;
    }

    /// <summary>The tensor that this is a part of, or this one.</summary>
    public BufferSlot Whole => _whole ?? this;

    /// <summary>Some channels of this tensor.</summary>
    public BufferSlot View(string name, Layout layout, int first) => new(name, layout) { _whole = this, _offset = first };

    public void Touch(int step)
    {
        FirstUse = Math.Min(FirstUse, step);
        LastUse = Math.Max(LastUse, step);
    }

    public bool IsAliveWith(BufferSlot other) => FirstUse <= other.LastUse && other.FirstUse <= LastUse;
}
