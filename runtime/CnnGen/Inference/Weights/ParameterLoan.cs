using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>
/// The parameters in PyTorch's order for as long as someone holds their span. Nobody can tell when a span is written to, so a
/// fingerprint says whether it was. When the last holder is gone the array comes back once more, with what was written last.
/// </summary>
internal sealed class ParameterLoan
{
    // A network that predicts need not read all its parameters each time for ever because someone looked at them once.
    private const int AlwaysChecked = 64;
    private const uint LaneFactor = 0x9E3779B1;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private static readonly ConditionalWeakTable<float[], Holder> Holders = [];

    private readonly WeakReference<float[]> _values;
    private volatile float[]? _returned;
    private ulong _fingerprint;
    private int _predictions;

    public ParameterLoan(float[] values)
    {
        _values = new WeakReference<float[]>(values, trackResurrection: true); // until it is returned
        Holders.Add(values, new Holder(this, values));
        Settle(values);
    }

    /// <summary>The array.</summary>
    public float[]? Values => _returned ?? (_values.TryGetTarget(out float[]? values) ? values : null);

    /// <summary>Whether nobody holds the span any more, so that nothing will be written.</summary>
    public bool IsReturned => _returned is not null;

    /// <summary>Whether a prediction looks for changes: each of the first 64 after a change or a call of Parameters, later every 64th.</summary>
    public bool IsDue() => _predictions++ is int earlier && (earlier < AlwaysChecked || earlier % AlwaysChecked == 0 || IsReturned);

    /// <summary>Someone asked for the parameters: changes are likely.</summary>
    public void Renew() => _predictions = 0;

    /// <summary>Whether the elements changed since the last call, or since <see cref="Settle"/>.</summary>
    public bool TakeChange(float[] values)
    {
        ulong found = Fingerprint(values);
        if (found == _fingerprint)
        {
            return false;
        }

        _fingerprint = found;
        Renew();
        return true;
    }

    /// <summary>Declares the present elements to be known.</summary>
    public void Settle(float[] values) => _fingerprint = Fingerprint(values);

    /// <summary>
    /// A polynomial in each of 32 lanes, with an odd factor: one changed element always changes it, several do but for chance.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Fingerprint(float[] values)
    {
        ref uint first = ref Unsafe.As<float, uint>(ref MemoryMarshal.GetArrayDataReference(values));
        Vector256<uint> factor = Vector256.Create(LaneFactor);
        Vector256<uint> a = Vector256<uint>.Zero, b = a, c = a, d = a;
        int i = 0;
        for (; i <= values.Length - 32; i += 32)
        {
            a = a * factor + Vector256.LoadUnsafe(ref first, (nuint)i);
            b = b * factor + Vector256.LoadUnsafe(ref first, (nuint)i + 8);
            c = c * factor + Vector256.LoadUnsafe(ref first, (nuint)i + 16);
            d = d * factor + Vector256.LoadUnsafe(ref first, (nuint)i + 24);
        }

        ulong result = 0;
        for (int lane = 0; lane < 8; lane++)
        {
            foreach (uint element in (ReadOnlySpan<uint>)[a[lane], b[lane], c[lane], d[lane]])
            {
                result = result * Factor + element;
            }
        }

        for (; i < values.Length; i++)
        {
            result = result * Factor + Unsafe.Add(ref first, i);
        }

        return result;
    }

    /// <summary>Lives as long as the array does, and then gives it back.</summary>
    private sealed class Holder(ParameterLoan loan, float[] values)
    {
        ~Holder() => loan._returned = values;
    }
}
