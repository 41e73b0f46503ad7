using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>
/// Zeroed memory for one tensor that is given back at once: the garbage collector would keep a large array until it has reason to collect.
/// </summary>
internal sealed unsafe class NativeTensor(int length) : IDisposable
{
    private float* _elements = (float*)NativeMemory.AllocZeroed((nuint)Math.Max(1, length), sizeof(float));

    /// <summary>All elements.</summary>
    public Span<float> Span => new(_elements, length);

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.Free(_elements);
        _elements = null;
    }
}
