using CnnGen.Runtime;

namespace CnnGen;

/// <summary>Weighted means of two vectors, element by element, written over the second.</summary>
internal readonly ref struct Blend(ReadOnlySpan<float> first, float firstShare, Span<float> second, float secondShare) : IOctetWork
{
    private readonly ReadOnlySpan<float> _first = first;
    private readonly Span<float> _second = second;

    public void Run<V, F8>()
        where V : struct, IVectors<F8>
        where F8 : struct
    {
        F8 a = V.Create(firstShare);
        F8 b = V.Create(secondShare);
        for (int i = 0; i < _second.Length; i += V.Count)
        {
            int count = _second.Length - i;
            F8 mean = V.MultiplyAdd(Lanes<V, F8>.Load(_first, i, count), a, V.Multiply(Lanes<V, F8>.Load(_second, i, count), b));
            Lanes<V, F8>.Store(Subnormals<V, F8>.ToZero(mean), _second, i, count);
        }
    }
}
