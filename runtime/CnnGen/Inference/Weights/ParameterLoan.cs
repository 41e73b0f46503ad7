using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>
/// The parameters in PyTorch's order for as long as someone holds their span. Nobody can tell when a span is written to, so a
/// fingerprint says whether it was. When the last holder is gone the array comes back once more, with what was written last.
/// </summary>
internal sealed class ParameterLoan
{
    // A network that predicts need not read all its parameters each time for ever because someone looked at them once.
    private const int AlwaysChecked = 64;
    private const int LaneFactor = unchecked((int)0x9E3779B1);
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
    private static ulong Fingerprint(float[] values)
    {
        var polynomials = new Polynomials { Values = values };
        Octets.Run(ref polynomials);
        return polynomials.Result;
    }

    private ref struct Polynomials : IOctetWork
    {
        public ReadOnlySpan<float> Values { get; init; }

        public ulong Result { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V, F8>()
            where V : struct, IVectors<F8>
            where F8 : struct
        {
            ref float first = ref MemoryMarshal.GetReference(Values);
            F8 factor = V.CreateInteger(LaneFactor);
            F8 a = V.Zero, b = a, c = a, d = a;
            int i = 0;
            for (; i <= Values.Length - 4 * V.Count; i += 4 * V.Count)
            {
                a = V.AddIntegers(V.MultiplyIntegers(a, factor), V.Load(ref first, i, 0));
                b = V.AddIntegers(V.MultiplyIntegers(b, factor), V.Load(ref first, i, 1));
                c = V.AddIntegers(V.MultiplyIntegers(c, factor), V.Load(ref first, i, 2));
                d = V.AddIntegers(V.MultiplyIntegers(d, factor), V.Load(ref first, i, 3));
            }

            Span<F8> vectors = [a, b, c, d];
            Add(MemoryMarshal.Cast<F8, uint>(vectors));
            Add(MemoryMarshal.Cast<float, uint>(Values[i..]));
        }

        private void Add(scoped ReadOnlySpan<uint> elements)
        {
            foreach (uint element in elements)
            {
                Result = Result * Factor + element;
            }
        }
    }

    /// <summary>Lives as long as the array does, and then gives it back.</summary>
    private sealed class Holder(ParameterLoan loan, float[] values)
    {
        ~Holder() => loan._returned = values;
    }
}
