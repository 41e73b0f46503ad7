namespace CnnGen;

/// <summary>Names that every network knows, and sizes that follow from where a layer stands.</summary>
public static class Graph
{
    /// <summary>The input of the enclosing network or block, for <see cref="LayerAttribute.From"/>.</summary>
    public const string Input = "input";

    /// <summary>
    /// The channels of what the layer reads (the features of a vector; of a layer with several inputs, the first one's):
    /// <c>[Conv2d(2 * Graph.Channels, 3, Groups = Graph.Channels)]</c>. As <see cref="Argument"/>, it may stand in every integer argument
    /// of a layer and in expressions; the number here only marks the place.
    /// </summary>
    public const int Channels = 653;

    /// <summary>The channels of the enclosing block's or network's input, likewise.</summary>
    public const int InputChannels = 659;
}
