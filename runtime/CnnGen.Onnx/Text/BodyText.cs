using System.Globalization;
using System.Text;
using CnnGen.Onnx.Structure;

namespace CnnGen.Onnx.Text;

/// <summary>The layers of a class, one readable line for each convolution or branch.</summary>
internal static class BodyText
{
    private const int MostColumns = 136;

    private static readonly HashSet<string> Starts = new(StringComparer.Ordinal)
    {
        "Conv2d", "DepthwiseConv2d", "ConvTranspose2d", "Linear", "Add", "Multiply", "Concat",
    };

    /// <param name="body">The class.</param>
    public static IEnumerable<string> Lines(Body body)
    {
        IReadOnlyList<int> outputs = body.Outputs.Count > 1 ? body.Outputs : [];
        string?[] names = Names(body, outputs);
        var line = new StringBuilder();
        bool isBranch = false;
        for (int i = 0; i < body.Items.Count; i++)
        {
            Item item = body.Items[i];
            string text = Attribute(body, i, names);
            // blocks go on behind blocks, and what is merged with a block stands beside it
            bool followsBlock = i > 0 && body.Items[i - 1].Block is not null;
            bool breaks = item.Block is not null || item.IsMerge ? !followsBlock : Starts.Contains(item.Kind);
            bool reads = !item.IsMerge && item.Inputs[0] != i - 1;
            if (line.Length > 0 && (reads || (breaks && (!isBranch || item.IsMerge)) || line.Length + text.Length + 4 > MostColumns))
            {
                yield return $"[{line}]";
                line.Clear();
                isBranch = false;
            }

            isBranch |= reads && line.Length == 0 && item.Block is null;
            line.Append(line.Length > 0 ? ", " : "").Append(text);
        }

        if (line.Length > 0)
        {
            yield return $"[{line}]";
        }

        if (outputs.Count > 0)
        {
            yield return $"[{string.Join(", ", outputs.Select(output => $"Output({AttributeText.Quote(names[output]!)})"))}]";
        }
    }

    private static string Attribute(Body body, int index, string?[] names)
    {
        Item item = body.Items[index];
        if (!item.IsMerge)
        {
            int read = item.Inputs[0];
            return AttributeText.Of(body, item, [], read == index - 1 ? null : Reference(read), names[index]);
        }

        // one of two tensors may be the previous output, which is not named
        bool follows = item.Kind != "Concat" && item.Inputs.Count == 2 && item.Inputs.Count(input => input == index - 1) == 1 && index > 0;
        IEnumerable<int> read2 = follows ? item.Inputs.Where(input => input != index - 1) : item.Inputs;
        return AttributeText.Of(body, item, read2.Select(Reference), null, names[index]);

        string Reference(int input) => AttributeText.Quote(input == Item.Input ? Graph.Input : names[input]!);
    }

    /// <summary>The names to write: of parameters, and of what is not read by the next layer alone.</summary>
    private static string?[] Names(Body body, IReadOnlyList<int> outputs)
    {
        var taken = new HashSet<string>(body.Items.Select(item => item.Name).OfType<string>(), StringComparer.Ordinal);
        var names = new string?[body.Items.Count];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = body.Items[i].Name;
        }

        foreach (int read in body.Items.SelectMany((item, i) => Named(item, i)).Concat(outputs).Where(read => read >= 0).Distinct().Order())
        {
            // an unnamed layer with parameters would lose its index as the name of these
            names[read] ??= body.Items[read].HasParameters
                ? read.ToString(CultureInfo.InvariantCulture)
                : Free(body.Items[read].Kind, taken);
        }

        return names;
    }

    private static IEnumerable<int> Named(Item item, int index)
    {
        bool follows = item.IsMerge && item.Kind != "Concat" && item.Inputs.Count == 2
            && item.Inputs.Count(input => input == index - 1) == 1;
        return item.IsMerge && !follows ? item.Inputs : item.Inputs.Where(input => input != index - 1);
    }

    private static string Free(string kind, HashSet<string> taken)
    {
        string stem = kind switch
        {
            "Add" => "sum",
            "Multiply" => "product",
            "Concat" => "joined",
            _ => kind.ToLowerInvariant().Replace("2d", "", StringComparison.Ordinal),
        };
        for (int i = 1; ; i++)
        {
            string name = stem + i.ToString(CultureInfo.InvariantCulture);
            if (taken.Add(name))
            {
                return name;
            }
        }
    }
}
