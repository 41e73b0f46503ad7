namespace CnnGen.Onnx.Structure;

/// <summary>Items of a body that follow one another, as a block to be.</summary>
/// <param name="Body">Where they stand.</param>
/// <param name="Start">The first.</param>
/// <param name="Length">How many.</param>
/// <param name="Entry">The item whose output is all that they read from outside.</param>
/// <param name="Depth">How many parts of the dotted names all of them share.</param>
internal sealed record Window(Body Body, int Start, int Length, int Entry, int Depth)
{
    public int End => Start + Length;

    public IEnumerable<Item> Items => Body.Items.Skip(Start).Take(Length);

    /// <summary>The part of the names that they share: <c>layer1.0</c>; null where none has a name.</summary>
    public string? Prefix => Items.Select(item => item.Name).FirstOrDefault(name => name is not null) is { } name
        ? string.Join('.', name.Split('.').Take(Depth))
        : null;

    /// <summary>What two windows that are one block have in common: everything but the integers.</summary>
    public string Signature(string[] tokens)
    {
        var parts = new List<string>(Length);
        for (int i = Start; i < End; i++)
        {
            Item item = Body.Items[i];
            string inputs = string.Join(',', item.Inputs.Select(input => input < Start ? "in" : $"{input - Start}"));
            parts.Add($"{tokens[i]}({inputs}){LocalName(item)}");
        }

        return string.Join(';', parts);
    }

    /// <summary>An item's name in the block.</summary>
    public string? LocalName(Item item) => item.Name is null ? null : string.Join('.', item.Name.Split('.').Skip(Depth));

    /// <summary>All windows from an item on that have one input and one output.</summary>
    public static IEnumerable<Window> From(Body body, int start, int mostItems, int[] lastReader)
    {
        int? entry = null;
        int depth = int.MaxValue, reach = -1;
        string[]? names = null;
        for (int i = start; i < Math.Min(body.Items.Count, start + mostItems); i++)
        {
            Item item = body.Items[i];
            foreach (int input in item.Inputs.Where(input => input < start))
            {
                if (entry is { } known && known != input)
                {
                    yield break;
                }

                entry = input;
            }

            if (item.Name is { } name)
            {
                string[] parts = name.Split('.');
                depth = Math.Min(depth, names is null ? parts.Length - 1 : Shared(names, parts));
                names ??= parts;
                if (depth == 0)
                {
                    yield break;
                }
            }

            // what items before this one make must not be read behind it
            if (i > start)
            {
                reach = Math.Max(reach, lastReader[i - 1]);
            }

            if (reach <= i && entry is { } read && i > start)
            {
                yield return new(body, start, i - start + 1, read, names is null ? 0 : depth);
            }
        }
    }

    /// <summary>Whether nothing outside has a name that begins as theirs do, so that the block's name is free.</summary>
    public bool OwnsPrefix()
    {
        if (Prefix is not { } prefix)
        {
            return true;
        }

        for (int i = 0; i < Body.Items.Count; i++)
        {
            if ((i < Start || i >= End) && Body.Items[i].Name is { } name
                && (name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }

    private static int Shared(string[] a, string[] b)
    {
        int count = 0;
        while (count < Math.Min(a.Length, b.Length) - 1 && a[count] == b[count])
        {
            count++;
        }

        return count;
    }
}
