using System.Globalization;

namespace CnnGen.Onnx.Structure;

/// <summary>A block that is applied several times in a row, with the same arguments and numbered names, is one application.</summary>
internal static class Repetition
{
    public static void Join(Body body)
    {
        for (int i = body.Items.Count - 2; i >= 0; i--)
        {
            Item first = body.Items[i], second = body.Items[i + 1];
            if (HasOtherRow(body, i) || first.Block is null || first.Block != second.Block || !second.Inputs.SequenceEqual([i])
                || Readers(body, i) != 1
                || !first.Instances.Zip(second.Instances).All(pair => pair.First.Numbers.SequenceEqual(pair.Second.Numbers)))
            {
                continue;
            }

            if (Numbered(first, second) is { } name && IsFree(body, name.Stem, i))
            {
                Join(body, i, name.Stem, name.Start);
            }
        }
    }

    private static int Readers(Body body, int index) =>
        body.Outputs.Count(output => output == index) + body.Items.Sum(item => item.Inputs.Count(input => input == index));

    /// <summary>Whether layers before and behind a row have names of the same stem: then the stem is not the row's.</summary>
    private static bool HasOtherRow(Body body, int index) => Split(body.Items[index].Name)?.Stem is { } stem
        && body.Items.Any(item => item.Block != body.Items[index].Block
            && item.Name?.StartsWith(stem + ".", StringComparison.Ordinal) == true);

    /// <summary>Whether no other layer has the name.</summary>
    private static bool IsFree(Body body, string? name, int index) =>
        name is null || !body.Items.Where((item, i) => i != index && i != index + 1 && item.Name == name).Any();

    /// <summary>The common stem of <c>layer1.0</c> and <c>layer1.1</c>; what follows may be repeated already.</summary>
    private static (string? Stem, int Start)? Numbered(Item first, Item second)
    {
        if (first.Name is null && second.Name is null)
        {
            return (null, 0);
        }

        return Split(first.Name) is { } one && (second.Repeat > 0 ? (second.Name, second.StartIndex) : Split(second.Name)) is { } two
            && one.Stem == two.Item1 && one.Number + 1 == two.Item2
            ? (one.Stem, one.Number)
            : null;
    }

    private static (string? Stem, int Number)? Split(string? name)
    {
        int dot = name?.LastIndexOf('.') ?? -1;
        return dot > 0 && int.TryParse(name.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? (name![..dot], number)
            : null;
    }

    private static void Join(Body body, int index, string? stem, int start)
    {
        Item first = body.Items[index], second = body.Items[index + 1];
        body.Items[index] = new(first.Kind)
        {
            Name = stem,
            Inputs = first.Inputs,
            Arguments = first.Arguments,
            Block = first.Block,
            Repeat = Math.Max(1, second.Repeat) + 1,
            StartIndex = start,
            Instances = [.. first.Instances.Zip(second.Instances, (a, b) => a with
            {
                OutChannels = b.OutChannels,
                Blocks = [.. a.Blocks, .. b.Blocks],
            })],
        };
        body.Items.RemoveAt(index + 1);
        foreach (Item item in body.Items)
        {
            for (int k = 0; k < item.Inputs.Count; k++)
            {
                item.Inputs[k] -= item.Inputs[k] > index ? 1 : 0;
            }
        }

        for (int k = 0; k < body.Outputs.Count; k++)
        {
            body.Outputs[k] -= body.Outputs[k] > index ? 1 : 0;
        }
    }
}
