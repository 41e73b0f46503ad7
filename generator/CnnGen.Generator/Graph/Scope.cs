using System.Globalization;
using CnnGen.Generator.Parsing;

namespace CnnGen.Generator.Graph;

/// <summary>Where layers stand: the network, or one application of a block.</summary>
internal sealed class Scope
{
    /// <summary>The network itself.</summary>
    public Scope(NetworkSpec network)
        : this(network.Layers, network.Outputs, owner: 0, prefix: "", applied: EquatableArray<Place>.Empty, context: null)
    {
    }

    /// <summary>A block that stands alone.</summary>
    /// <param name="block">The block.</param>
    /// <param name="owner">The block as in <see cref="Place.Owner"/>.</param>
    public static Scope OfBlock(BlockSpec block, int owner) =>
        new(block.Layers, block.Outputs, owner, prefix: "", applied: EquatableArray<Place>.Empty, context: null);

    private Scope(
        EquatableArray<LayerSpec> layers, EquatableArray<LayerSpec> outputs, int owner, string prefix, EquatableArray<Place> applied,
        string? context)
    {
        Layers = layers;
        Outputs = outputs;
        Owner = owner;
        Prefix = prefix;
        Applied = applied;
        Context = context;
    }

    public EquatableArray<LayerSpec> Layers { get; }

    public EquatableArray<LayerSpec> Outputs { get; }

    /// <summary>The class as in <see cref="Place.Owner"/>.</summary>
    public int Owner { get; }

    /// <summary>What parameters' names begin with here: <c>layer2.0.</c>, or nothing.</summary>
    public string Prefix { get; }

    /// <summary>The <c>Apply</c> attributes that lead here, outermost first.</summary>
    public EquatableArray<Place> Applied { get; }

    /// <summary>What messages say about the block; null in the network itself.</summary>
    public string? Context { get; }

    /// <summary>Names of the tensors.</summary>
    public NameTable Names { get; } = new();

    public Place At(Place place) => place with { Owner = Owner };

    /// <summary>A layer's name, or its index where it has none.</summary>
    public string LocalName(int index) => Layers[index].Name ?? index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether this is the block, or stands in it.</summary>
    /// <param name="owner">The block as in <see cref="Place.Owner"/>.</param>
    public bool IsWithin(int owner) => Owner == owner || Applied.Any(place => place.Owner == owner);

    /// <summary>The layers of a block that stands here.</summary>
    /// <param name="block">The block.</param>
    /// <param name="owner">The block as in <see cref="Place.Owner"/>.</param>
    /// <param name="path">Full name of its application.</param>
    /// <param name="apply">Index of the <c>Apply</c> here.</param>
    /// <param name="input">What it is applied to; null where that is unknown.</param>
    public Scope Enter(BlockSpec block, int owner, string path, int apply, Signal? input)
    {
        string shape = input is { } known ? $", input {known.Shape}" : "";
        return new(
            block.Layers, block.Outputs, owner, path + ".", EquatableArray<Place>.From(Applied.Append(At(Place.Layer(apply)))),
            $"in block {block.Name} at '{path}'{shape}");
    }

    /// <summary>The problem with what is known of it here.</summary>
    public Problem Complete(Problem problem) => problem with { Context = Context, Applied = Applied };
}
