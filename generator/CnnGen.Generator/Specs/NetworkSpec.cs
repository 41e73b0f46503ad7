using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Weights;

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
    /// <summary>What the project embeds for it: one file, or none, in a correct project.</summary>
    public EquatableArray<WeightsFile> Weights { get; init; }

    /// <summary>Blocks that no network applies.</summary>
    public static NetworkSpec OfBlocks(EquatableArray<BlockSpec> blocks) => new(
        "", EquatableArray<string>.Empty, "", "", "", "", CanEmit: false, HasContract: false,
        new(Kind: "", Name: null, From: null, EquatableArray<ArgumentSpec>.Empty),
        EquatableArray<LayerSpec>.Empty, EquatableArray<LayerSpec>.Empty, EquatableArray<LayerSpec>.Empty, blocks,
        EquatableArray<Problem>.Empty);

    /// <summary>The layers of the network, 0, or of its n-th block, from 1.</summary>
    public EquatableArray<LayerSpec> LayersOf(int owner) => owner == 0 ? Layers : Blocks[owner - 1].Layers;

    /// <summary>The same with other layers there.</summary>
    public NetworkSpec With(int owner, EquatableArray<LayerSpec> layers) => owner == 0
        ? this with { Layers = layers }
        : this with
        {
            Blocks = EquatableArray<BlockSpec>.From(
                Blocks.Select((block, i) => i == owner - 1 ? block with { Layers = layers } : block)),
        };

    /// <summary>The same with those of the project's weights that are for it.</summary>
    public NetworkSpec With(EquatableArray<AssignedWeights> weights) => this with
    {
        Weights = EquatableArray<WeightsFile>.From(weights.Where(own => own.Network == FullName).Select(own => own.File)),
    };

    public bool Training => Options.Get("Training", true);

    public bool Diagram => Options.Get("Diagram", false);

    public Rounding Rounding => (Rounding)Options.Get("Rounding", 0);

    public ConvAlgorithm Algorithm => (ConvAlgorithm)Options.Get("Algorithm", 0);

    /// <summary>What one of the budgets allows; 0: it sets no limit.</summary>
    public long Budget(string argument) => Options.Get(argument, 0L);

    /// <summary>The layout of the caller's input and output spans.</summary>
    public TensorLayout Layout => Inputs.Count == 0 ? TensorLayout.ChannelsFirst : (TensorLayout)Inputs[0].Get("Layout", 0);
}
