using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Specs;

/// <summary>A <c>[Block]</c> class as its attributes describe it.</summary>
/// <param name="Parameters">What its arguments are called in messages, in order: one for each that it needs.</param>
/// <param name="IsForeign">Whether it is compiled in another assembly, so that expressions in its attributes cannot be seen.</param>
/// <param name="IsUnseen">Whether it seems to have some there.</param>
/// <param name="Outputs">Every <c>Output</c>: none or one in a correct block.</param>
/// <param name="Problems">Mistakes of the declaration itself.</param>
internal sealed record BlockSpec(
    string Name,
    EquatableArray<string> Parameters,
    bool IsForeign,
    bool IsUnseen,
    EquatableArray<LayerSpec> Layers,
    EquatableArray<LayerSpec> Outputs,
    EquatableArray<Problem> Problems);

/// <summary>The type that an <c>Apply</c> names.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="Index">Its place among the network's blocks, or -1.</param>
/// <param name="Fault">Why it cannot be applied, if so.</param>
internal sealed record BlockReference(string Name, int Index, string? Fault);
