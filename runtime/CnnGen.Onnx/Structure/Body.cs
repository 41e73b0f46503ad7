using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Structure;

/// <summary>The layers of a network or block. A block stands for several places of the network: its instances.</summary>
internal sealed class Body(string name)
{
    /// <summary>The class's name.</summary>
    public string Name { get; set; } = name;

    public List<Item> Items { get; init; } = [];

    /// <summary>The items whose outputs leave it, in order; a block's is always the last one.</summary>
    public List<int> Outputs { get; } = [];

    /// <summary>Channels of its input, for each instance.</summary>
    public List<int> InputChannels { get; init; } = [];

    /// <summary>What differs between instances and does not follow from channels, for each instance.</summary>
    public List<BlockParameter> Parameters { get; } = [];
}

/// <summary>An integer parameter of a block.</summary>
/// <param name="Name">What it means.</param>
/// <param name="Values">Its value for each instance.</param>
internal sealed record BlockParameter(string Name, IReadOnlyList<int> Values);

/// <summary>A layer of a body, or a block's application.</summary>
internal sealed class Item(string kind)
{
    /// <summary>What an input's index is if it is the body's input.</summary>
    public const int Input = -1;

    /// <summary>The attribute's name; <c>Apply</c> for a block.</summary>
    public string Kind => kind;

    /// <summary>Its name in the body.</summary>
    public string? Name { get; set; }

    /// <summary>The items that it reads.</summary>
    public required List<int> Inputs { get; init; }

    /// <summary>The arguments; numbers of instances stand in <see cref="ItemInstance.Numbers"/>.</summary>
    public required IReadOnlyList<LayerArgument> Arguments { get; set; }

    /// <summary>One for each instance of the body.</summary>
    public required List<ItemInstance> Instances { get; init; }

    /// <summary>The block that is applied.</summary>
    public Body? Block { get; init; }

    /// <summary>How often it is applied in a row under numbered names; 0 where it has one name.</summary>
    public int Repeat { get; set; }

    /// <summary>The first number.</summary>
    public int StartIndex { get; set; }

    public bool IsMerge => Kind is "Add" or "Multiply" or "Concat";

    /// <summary>Whether its name is that of parameters.</summary>
    public bool HasParameters => Block is not null || Instances[0].Layer!.Parameters.Count > 0;

    /// <summary>The numbers of an argument in all instances.</summary>
    public int[] Numbers(int argument) => [.. Instances.Select(instance => instance.Numbers[argument])];
}

/// <summary>What an item is in an instance of its body.</summary>
/// <param name="Numbers">A number for each argument, 0 for those that are none.</param>
/// <param name="InChannels">Channels of its first input.</param>
/// <param name="OutChannels">Channels of its output.</param>
/// <param name="Layer">The layer, unless it is a block.</param>
/// <param name="Blocks">For each repetition the instance of the block.</param>
internal sealed record ItemInstance(int[] Numbers, int InChannels, int OutChannels, Layer? Layer, IReadOnlyList<int> Blocks);

/// <summary>The class of the network before blocks are found.</summary>
internal static class Bodies
{
    public static Body Of(LayerGraph graph, string name)
    {
        var body = new Body(name) { InputChannels = { graph.Input.Shape.Channels } };
        var index = new Dictionary<Value, int> { [graph.Input] = Item.Input };
        foreach (Layer layer in graph.Layers)
        {
            index[layer.Output] = body.Items.Count;
            body.Items.Add(new(layer.Kind)
            {
                Name = layer.Name,
                Inputs = [.. layer.Inputs.Select(input => index[input])],
                Arguments = layer.Arguments,
                Instances =
                [
                    new([.. layer.Arguments.Select(argument => argument.Number ?? 0)], layer.Inputs[0].Shape.Channels,
                        layer.Output.Shape.Channels, layer, []),
                ],
            });
        }

        body.Outputs.AddRange(graph.Outputs.Select(output => index[output.View.Value]));
        return body;
    }

    /// <summary>The layers of the network with the names that their parameters have in it.</summary>
    public static IEnumerable<(string Name, Layer Layer)> Layers(Body body, int instance = 0, string prefix = "")
    {
        for (int i = 0; i < body.Items.Count; i++)
        {
            Item item = body.Items[i];
            string name = prefix + (item.Name ?? i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            ItemInstance found = item.Instances[instance];
            if (found.Layer is { } layer)
            {
                yield return (name, layer);
                continue;
            }

            for (int k = 0; k < found.Blocks.Count; k++)
            {
                string suffix = item.Repeat > 0
                    ? "." + (item.StartIndex + k).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
                foreach ((string Name, Layer Layer) inner in Layers(item.Block!, found.Blocks[k], name + suffix + "."))
                {
                    yield return inner;
                }
            }
        }
    }
}
