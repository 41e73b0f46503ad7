using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Specs;

/// <summary>A network class as its attributes describe it: values only.</summary>
/// <param name="Namespace">Dotted, escaped for C#; empty for the global namespace.</param>
/// <param name="ContainingTypes">Outermost first, each as it is declared again: <c>partial record struct Outer</c>.</param>
/// <param name="Name">The class's name, escaped for C#.</param>
/// <param name="FullName">The same with its namespace and containing types, from <c>global::</c> on.</param>
/// <param name="HintName">Name of the emitted file.</param>
/// <param name="CodeName">Name of the compiled code, which no other class has.</param>
/// <param name="CanEmit">False where the class cannot be declared again, so that nothing is emitted.</param>
/// <param name="HasContract">Whether the language has the interfaces that a network implements.</param>
/// <param name="Options">Arguments of the <c>Network</c> attribute.</param>
/// <param name="Inputs">Every <c>Input</c>: one in a correct network.</param>
/// <param name="Outputs">Every <c>Output</c>, in order.</param>
/// <param name="Blocks">Every block that the layers lead to, once, in the order in which they are first applied.</param>
/// <param name="Problems">Mistakes of the declaration itself.</param>
internal sealed record NetworkSpec(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Name,
    string FullName,
    string HintName,
    string CodeName,
    bool CanEmit,
    bool HasContract,
    LayerSpec Options,
    EquatableArray<LayerSpec> Inputs,
    EquatableArray<LayerSpec> Layers,
    EquatableArray<LayerSpec> Outputs,
    EquatableArray<BlockSpec> Blocks,
    EquatableArray<Problem> Problems)
{
    /// <summary>Blocks that no network applies.</summary>
    public static NetworkSpec OfBlocks(EquatableArray<BlockSpec> blocks) => new(
        "", EquatableArray<string>.Empty, "", "", "", "", CanEmit: false, HasContract: false,
        new(Kind: "", Name: null, From: null, EquatableArray<ArgumentSpec>.Empty),
        EquatableArray<LayerSpec>.Empty, EquatableArray<LayerSpec>.Empty, EquatableArray<LayerSpec>.Empty, blocks,
        EquatableArray<Problem>.Empty);

    public bool Training => Options.Get("Training", true);

    public Rounding Rounding => (Rounding)Options.Get("Rounding", 0);

    public ConvAlgorithm Algorithm => (ConvAlgorithm)Options.Get("Algorithm", 0);

    public long MaxParameters => Options.Get("MaxParameters", 0L);

    public long MaxMultiplyAdds => Options.Get("MaxMultiplyAdds", 0L);

    public long MaxArenaBytes => Options.Get("MaxArenaBytes", 0L);

    /// <summary>The layout of the caller's input and output spans.</summary>
    public TensorLayout Layout => Inputs.Count == 0 ? TensorLayout.ChannelsFirst : (TensorLayout)Inputs[0].Get("Layout", 0);
}
