using CnnGen.Generator.Graph;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>A convolution that pads with anything but zeros becomes a <see cref="BorderPad"/> and an unpadded convolution.</summary>
internal static class ExplicitPadding
{
    public static LoweredGraph Run(LoweredGraph graph)
    {
        var values = graph.Values.ToList();
        var nodes = new List<LoweredNode>();
        foreach (LoweredNode node in graph.Nodes)
        {
            if (node.Operator is Conv2d { PaddingMode: not PaddingMode.Zeros } conv && Border(conv) is var border && border != default)
            {
                Shape input = values[node.Input];
                int padded = values.Count;
                values.Add(input with
                {
                    Height = input.Height + border.Top + border.Bottom,
                    Width = input.Width + border.Left + border.Right,
                });
                nodes.Add(new LoweredNode(node.Source, new BorderPad(conv.PaddingMode, border), node.Inputs, padded));
                nodes.Add(node with { Operator = Unpadded(conv), Inputs = new([padded]) });
            }
            else
            {
                nodes.Add(node);
            }
        }

        return graph with { Values = EquatableArray<Shape>.From(values), Nodes = EquatableArray<LoweredNode>.From(nodes) };
    }

    private static Halo Border(Conv2d conv) =>
        new(conv.Vertical.PadBefore, conv.Horizontal.PadBefore, conv.Vertical.PadAfter, conv.Horizontal.PadAfter);

    private static Conv2d Unpadded(Conv2d conv) => conv with
    {
        PaddingMode = PaddingMode.Zeros,
        Vertical = conv.Vertical with { PadBefore = 0, PadAfter = 0 },
        Horizontal = conv.Horizontal with { PadBefore = 0, PadAfter = 0 },
    };
}
