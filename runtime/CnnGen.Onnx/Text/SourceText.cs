using System.Globalization;
using System.Text;
using CnnGen.Onnx.Structure;

namespace CnnGen.Onnx.Text;

/// <summary>The file: the network's class and its blocks.</summary>
internal static class SourceText
{
    private static readonly string[] Ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"];

    /// <param name="network">The network's class.</param>
    /// <param name="input">Arguments of <c>Input</c>.</param>
    /// <param name="options">Arguments of <c>Network</c>.</param>
    /// <param name="space">The namespace; empty for none.</param>
    public static string Of(Body network, string input, string options, string space)
    {
        var text = new StringBuilder();
        text.Append("using CnnGen;\n\n");
        if (space.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"namespace {space};\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"[Network{options}, Input({input})]\n");
        AppendLayers(network);
        text.Append(CultureInfo.InvariantCulture, $"public sealed partial class {network.Name};\n");
        foreach (Body block in Blocks(network))
        {
            text.Append("\n[Block]\n");
            AppendLayers(block);
            text.Append(CultureInfo.InvariantCulture, $"internal sealed class {block.Name}{Parameters(block)}\n");
        }

        return text.ToString();

        void AppendLayers(Body body)
        {
            foreach (string line in BodyText.Lines(body))
            {
                text.Append(line).Append('\n');
            }
        }
    }

    /// <summary>The blocks in the order in which one meets them.</summary>
    public static IReadOnlyList<Body> Blocks(Body body)
    {
        var found = new List<Body>();
        Find(body);
        return found;

        void Find(Body outer)
        {
            Body[] blocks = [.. outer.Items.Select(item => item.Block).OfType<Body>().Distinct()];
            found.AddRange(blocks.Where(block => !found.Contains(block)));
            foreach (Body block in blocks)
            {
                Find(block);
            }
        }
    }

    private static string Parameters(Body block)
    {
        IEnumerable<string> constants = block.Parameters.Select((parameter, i) => $"{parameter.Name} = Argument.{Ordinals[i]}");
        return block.Parameters.Count == 0 ? ";" : $" {{ public const int {string.Join(", ", constants)}; }}";
    }
}
