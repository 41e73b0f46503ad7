using System.Globalization;

namespace CnnGen.Onnx.Structure;

/// <summary>Names of blocks, from what they are.</summary>
internal static class BlockNames
{
    public static string Of(string network, Window window, IReadOnlyList<Body> taken)
    {
        string stem = network + Kind([.. window.Items], window);
        string name = stem;
        for (int i = 2; taken.Any(body => body.Name == name); i++)
        {
            name = stem + i.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static string Kind(IReadOnlyList<Item> items, Window window)
    {
        bool ends = items.Any(item => item.Kind == "Add");
        return items.All(item => item.Block is not null) ? "Stage"
            : items.Any(item => item.Kind == "Add" && item.Inputs.Contains(window.Entry)) ? "Residual"
            : ends ? "Projection"
            : items.Any(item => item.Kind == "Concat") ? "Branches"
            : items.Any(item => item.Kind == "Multiply") ? "Gate"
            : "Block";
    }
}
