using System.Globalization;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;
using CnnGen.Generator.Specs.Expressions;

namespace CnnGen.Generator.Expansion;

/// <summary>Where layers stand: the network, or one application of a block.</summary>
internal sealed class Scope
{
    private readonly string? _outsideBlock;
    private readonly EquatableArray<int>? _arguments;

    /// <summary>The network itself.</summary>
    public Scope(NetworkSpec network)
        : this(network.Layers, network.Outputs, owner: 0, prefix: "", BlockPath.Outside, arguments: null)
    {
        string name = network.Name;
        _outsideBlock = $"'{name}' is a network, which nothing applies; write a number, or put the layer into a [Block]";
    }

    /// <summary>A block that stands alone.</summary>
    /// <param name="block">The block.</param>
    /// <param name="owner">The block as in <see cref="Place.Owner"/>.</param>
    public static Scope OfBlock(BlockSpec block, int owner) =>
        new(block.Layers, block.Outputs, owner, prefix: "", BlockPath.Outside, arguments: null);

    private Scope(
        EquatableArray<LayerSpec> layers, EquatableArray<LayerSpec> outputs, int owner, string prefix, BlockPath path,
        EquatableArray<int>? arguments)
    {
        Layers = layers;
        Outputs = outputs;
        Owner = owner;
        Prefix = prefix;
        Path = path;
        _arguments = arguments;
        Names = new([.. layers.Select(layer => layer.Name).OfType<string>()]);
    }

    public EquatableArray<LayerSpec> Layers { get; }

    public EquatableArray<LayerSpec> Outputs { get; }

    /// <summary>The class as in <see cref="Place.Owner"/>.</summary>
    public int Owner { get; }

    /// <summary>What parameters' names begin with here: <c>layer2.0.</c>, or nothing.</summary>
    public string Prefix { get; }

    /// <summary>The way here.</summary>
    public BlockPath Path { get; }

    /// <summary>Channels of its input; null where they are unknown.</summary>
    public int? InputChannels { get; set; }

    /// <summary>Names of the tensors.</summary>
    public NameTable Names { get; }

    public Place At(Place place) => place with { Owner = Owner };

    public Origin Origin(int layer) => new(Path, At(Place.Layer(layer)), Layers[layer].Kind, Layers[layer].Name);

    /// <summary>What expressions may read at a layer.</summary>
    /// <param name="input">What the layer reads; null where that is unknown.</param>
    public Surroundings Around(Signal? input) =>
        new(_arguments, input?.Shape.Channels, InputChannels) { OutsideBlock = _outsideBlock };

    /// <summary>A layer's name, or its index where it has none.</summary>
    public string LocalName(int index) => Layers[index].Name ?? index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether this is the block, or stands in it.</summary>
    /// <param name="owner">The block as in <see cref="Place.Owner"/>.</param>
    public bool IsWithin(int owner) => Owner == owner || Path.Applied.Any(place => place.Owner == owner);

    /// <summary>The layers of a block that stands here.</summary>
    /// <param name="block">The block.</param>
    /// <param name="owner">The block as in <see cref="Place.Owner"/>.</param>
    /// <param name="path">Full name of its application.</param>
    /// <param name="apply">Index of the <c>Apply</c> here.</param>
    /// <param name="arguments">What it is applied with; null where that is unknown.</param>
    /// <param name="input">What it is applied to; null where that is unknown.</param>
    public Scope Enter(BlockSpec block, int owner, string path, int apply, EquatableArray<int>? arguments, Signal? input)
    {
        string with = arguments is { Count: > 0 } given ? $"({string.Join(", ", given)})" : "";
        string shape = input is { } known ? $", input {known.Shape}" : "";
        var way = new BlockPath(
            $"in block {block.Name}{with} at '{path}'{shape}",
            EquatableArray<Place>.From(Path.Applied.Append(At(Place.Layer(apply)))),
            EquatableArray<string>.From(Path.Titles.Append($"{path}: {block.Name}{with}")));
        return new(block.Layers, block.Outputs, owner, path + ".", way, arguments);
    }
}
