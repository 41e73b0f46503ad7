using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Passes;

/// <summary>
/// A convolution that pads with anything but zeros becomes a <see cref="BorderPad"/> and an unpadded convolution. Padding and
/// cropping by themselves become <see cref="BorderPad"/> or, with zeros, <see cref="Pad2d"/>.
/// </summary>
internal static class ExplicitPadding
{
    public static LoweredGraph Run(LoweredGraph graph)
    {
        var values = graph.Values.ToList();
        var nodes = new List<LoweredNode>();
        foreach (LoweredNode node in graph.Nodes)
        {
            (PaddingMode mode, Halo border) = Padding(node.Operator);
            if (mode != PaddingMode.Zeros && border != default)
            {
                Shape input = values[node.Input];
                int padded = values.Count;
                values.Add(input with
                {
                    Height = input.Height + border.Top + border.Bottom,
                    Width = input.Width + border.Left + border.Right,
                });
                nodes.Add(new LoweredNode(node.Source, new BorderPad(mode, border), node.Inputs, padded));
                nodes.Add(node with { Operator = Unpadded(node.Operator), Inputs = new([padded]) });
            }
            else
            {
                nodes.Add(node with { Operator = WithoutConvolution(node.Operator, values[node.Input]) });
            }
        }

        return graph with { Values = EquatableArray<Shape>.From(values), Nodes = EquatableArray<LoweredNode>.From(nodes) };
    }

    private static Operator WithoutConvolution(Operator op, Shape x) => op switch
    {
        Pad2d { Mode: not PaddingMode.Zeros } pad => new BorderPad(pad.Mode, new Halo(pad.Top, pad.Left, pad.Bottom, pad.Right)),
        CenterCrop2d crop => Crop((x.Height - crop.Height) / 2, (x.Width - crop.Width) / 2, crop, x),
        _ => op,
    };

    private static Pad2d Crop(int top, int left, CenterCrop2d crop, Shape x) =>
        new(-top, -left, crop.Height + top - x.Height, crop.Width + left - x.Width, PaddingMode.Zeros);

    private static (PaddingMode Mode, Halo Border) Padding(Operator op) => op switch
    {
        Conv2d conv => (conv.PaddingMode, Border(conv.Vertical, conv.Horizontal)),
        FixedConv2d conv => (conv.PaddingMode, Border(conv.Vertical, conv.Horizontal)),
        _ => (PaddingMode.Zeros, default),
    };

    private static Halo Border(Window vertical, Window horizontal) =>
        new(vertical.PadBefore, horizontal.PadBefore, vertical.PadAfter, horizontal.PadAfter);

    private static Operator Unpadded(Operator op) => op switch
    {
        Conv2d c => c with { PaddingMode = PaddingMode.Zeros, Vertical = Unpadded(c.Vertical), Horizontal = Unpadded(c.Horizontal) },
        FixedConv2d c => c with { PaddingMode = PaddingMode.Zeros, Vertical = Unpadded(c.Vertical), Horizontal = Unpadded(c.Horizontal) },
        _ => op,
    };

    private static Window Unpadded(Window window) => window with { PadBefore = 0, PadAfter = 0 };
}
