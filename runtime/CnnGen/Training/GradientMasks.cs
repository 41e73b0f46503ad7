using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>Which connections of convolutions exist: gradients of the others become zero, NaN and infinite ones too.</summary>
internal sealed class GradientMasks(WeightLayout layout)
{
    private readonly (int Offset, FloatBuffer Mask)[] _masks =
    [
        .. layout.Entries
            .Where(entry => entry.Panels is { HasHoles: true })
            .Select(entry => (entry.Packed, Mask(entry.Panels!))),
    ];

    /// <summary>Whether a connection is missing anywhere.</summary>
    public bool Any => _masks.Length > 0;

    /// <summary>Clears what does not exist.</summary>
    public void Apply(ref float gradients)
    {
        foreach ((int offset, FloatBuffer mask) in _masks)
        {
            var work = new Masking(mask, ref Unsafe.Add(ref gradients, offset));
            Octets.Run(ref work);
        }
    }

    private static FloatBuffer Mask(PanelLayout panels)
    {
        var mask = new FloatBuffer(panels.PackedLength);
        panels.PackMask(mask.Span);
        return mask;
    }

    private readonly ref struct Masking(FloatBuffer mask, ref float gradients) : IOctetWork
    {
        private readonly ref float _gradients = ref gradients;

        public void Run<V, F8>()
            where V : struct, IVectors<F8>
            where F8 : struct
        {
            for (nuint i = 0; i < (nuint)mask.Length; i += (nuint)V.Count)
            {
                F8 isMissing = V.Equals(V.LoadUnsafe(ref mask.Origin, i), V.Zero);
                V.StoreUnsafe(V.AndNot(V.LoadUnsafe(ref _gradients, i), isMissing), ref _gradients, i);
            }
        }
    }
}
