using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>
/// Gradients that each chunk of a batch sums up for itself, and their sums over the chunks, in order: so results do not depend on the
/// number of threads.
/// </summary>
/// <param name="regions">Where each gradient's parts are, and where their sum goes.</param>
/// <param name="length">Elements of one chunk's parts.</param>
/// <param name="chunks">The largest number of chunks.</param>
internal sealed class PartialGradients(PartialRegion[] regions, int length, int chunks)
{
    private const int Block = 4096;

    private readonly PartialRegion[] _regions = regions;
    private readonly int _stride = Stride(length);
    private readonly FloatBuffer _values = new(checked(chunks * Stride(length)));
    private PartialRegion[] _wanted = regions;

    /// <summary>Pieces that the sums are computed in.</summary>
    public int Blocks => (length + Block - 1) / Block;

    /// <summary>A chunk's parts.</summary>
    public ref float Of(int chunk) => ref Unsafe.Add(ref _values.Origin, (nint)chunk * _stride);

    /// <summary>Zeros, for a backward pass to add to.</summary>
    public void Clear()
    {
        if (_wanted.Length > 0)
        {
            _values.Span.Clear();
        }
    }

    /// <summary>Leaves out the gradients that begin at these places.</summary>
    public void LeaveOut(HashSet<int> gradients) => _wanted = [.. _regions.Where(region => !gradients.Contains(region.Gradient))];

    /// <summary>Adds up some blocks over the first chunks.</summary>
    public void Sum(int begin, int end, int chunks, ref float gradients) =>
        SumElements(begin * Block, Math.Min(end * Block, length), chunks, ref gradients);

    /// <summary>Adds up the gradient that begins at a place, if it has parts.</summary>
    public void SumOne(int gradient, int chunks, ref float gradients)
    {
        foreach (PartialRegion region in _wanted)
        {
            if (region.Gradient == gradient)
            {
                SumElements(region.Partial, region.Partial + region.Length, chunks, ref gradients);
            }
        }
    }

    /// <summary>Checks the memory around it.</summary>
    public void CheckGuards() => _values.CheckGuards("gradients of the chunks");

    private static int Stride(int length) => (length + FloatBuffer.Line - 1) / FloatBuffer.Line * FloatBuffer.Line;

    private void SumElements(int begin, int end, int chunks, ref float gradients)
    {
        var work = new Summation(this, begin, end, chunks, ref gradients);
        Octets.Run(ref work);
    }

    private readonly ref struct Summation(PartialGradients parts, int begin, int end, int chunks, ref float gradients) : IOctetWork
    {
        private readonly ref float _gradients = ref gradients;

        public void Run<V, F8>()
            where V : struct, IVectors<F8>
            where F8 : struct
        {
            foreach (PartialRegion region in parts._wanted)
            {
                int first = Math.Max(begin, region.Partial);
                int last = Math.Min(end, region.Partial + region.Length);
                for (int i = first; i < last; i += V.Count)
                {
                    F8 sum = V.LoadUnsafe(ref parts.Of(0), (nuint)i);
                    for (int chunk = 1; chunk < chunks; chunk++)
                    {
                        sum = V.Add(sum, V.LoadUnsafe(ref parts.Of(chunk), (nuint)i));
                    }

                    V.StoreUnsafe(sum, ref _gradients, (nuint)(region.Gradient + i - region.Partial));
                }
            }
        }
    }
}
