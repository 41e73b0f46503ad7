using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit;

/// <summary>Equal kernels share a method; different ones of the same name are numbered.</summary>
internal sealed class KernelNames
{
    private readonly Dictionary<Kernel, string> _names = [];
    private readonly UniqueNames _unique = new();
    private readonly List<Kernel> _kernels = [];

    /// <summary>All kernels in the order of their first use.</summary>
    public IReadOnlyList<Kernel> Kernels => _kernels;

    public string this[Kernel kernel] => _names[kernel];

    public void Add(Kernel kernel)
    {
        if (_names.ContainsKey(kernel))
        {
            return;
        }

        _names.Add(kernel, _unique.Take(kernel.Name));
        _kernels.Add(kernel);
    }
}
