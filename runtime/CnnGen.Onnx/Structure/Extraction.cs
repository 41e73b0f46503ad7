using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Structure;

/// <summary>Finds parts that occur several times and makes blocks of them, the one that saves most lines first.</summary>
internal static class Extraction
{
    private const int MostItems = 80;
    private const int MostBlocks = 24;
    private const int MostParameters = 4;

    /// <summary>A network beyond this length is written as it is: looking for parts takes time with the square of it.</summary>
    private const int MostLayers = 1000;

    public static void Run(Body network)
    {
        if (network.Items.Count > MostLayers)
        {
            return;
        }

        List<Body> bodies = [network];
        while (bodies.Count <= MostBlocks && Best(bodies) is { } places)
        {
            bodies.Add(Extract(places, BlockNames.Of(network.Name, places[0], bodies)));
        }
    }

    private static IReadOnlyList<Window>? Best(List<Body> bodies)
    {
        IReadOnlyList<Window>? best = null;
        double most = 0;
        foreach (List<Window> all in Groups(bodies).Where(group => group.Count > 1))
        {
            List<Window> places = Apart(all);
            if (places.Count > 1 && Saving(places) is var saving && saving > most
                && Parameterisation.Count(Joined(places, "")) <= MostParameters)
            {
                (most, best) = (saving, places);
            }
        }

        return best;
    }

    private static IEnumerable<List<Window>> Groups(List<Body> bodies)
    {
        var groups = new Dictionary<string, List<Window>>(StringComparer.Ordinal);
        foreach ((Window window, string[] tokens) in Candidates(bodies))
        {
            string signature = window.Signature(tokens);
            if (!groups.TryGetValue(signature, out List<Window>? group))
            {
                groups[signature] = group = [];
            }

            group.Add(window);
        }

        return groups.Values;
    }

    /// <summary>Windows whose kinds of layers occur in another window, too: most do not, and need no closer look.</summary>
    private static IEnumerable<(Window Window, string[] Tokens)> Candidates(List<Body> bodies)
    {
        var windows = new List<(Window Window, string[] Tokens, (int, ulong) Key)>();
        var counts = new Dictionary<(int, ulong), int>();
        foreach (Body body in bodies)
        {
            string[] tokens = [.. body.Items.Select(Token)];
            int[] lastReader = LastReaders(body);
            for (int start = 0; start < body.Items.Count; start++)
            {
                ulong hash = 0;
                int end = start;
                foreach (Window window in Window.From(body, start, MostItems, lastReader))
                {
                    for (; end < window.End; end++)
                    {
                        hash = hash * 1_000_003 + (uint)tokens[end].GetHashCode(StringComparison.Ordinal);
                    }

                    if (window.Length < body.Items.Count)
                    {
                        windows.Add((window, tokens, (window.Length, hash)));
                        counts[(window.Length, hash)] = counts.GetValueOrDefault((window.Length, hash)) + 1;
                    }
                }
            }
        }

        return windows.Where(found => counts[found.Key] > 1 && found.Window.OwnsPrefix()).Select(found => (found.Window, found.Tokens));
    }

    private static string Token(Item item)
    {
        IEnumerable<string> arguments = item.Arguments.Select(
            argument => argument.Number is null ? $"{argument.Name}={argument.Text}" : argument.Name);
        return $"{item.Kind}{item.Block?.Name}[{string.Join(',', arguments)}]";
    }

    private static int[] LastReaders(Body body)
    {
        var last = new int[body.Items.Count];
        for (int i = 0; i < body.Items.Count; i++)
        {
            foreach (int input in body.Items[i].Inputs.Where(input => input >= 0))
            {
                last[input] = i;
            }
        }

        foreach (int output in body.Outputs)
        {
            last[output] = int.MaxValue;
        }

        return last;
    }

    /// <summary>Those that do not overlap one before.</summary>
    private static List<Window> Apart(List<Window> windows)
    {
        var apart = new List<Window>();
        foreach (Window window in windows)
        {
            if (apart.Count == 0 || apart[^1].Body != window.Body || apart[^1].End <= window.Start)
            {
                apart.Add(window);
            }
        }

        return apart;
    }

    /// <summary>Lines that a block saves: its text stands once, and each place, or row of places, is a line.</summary>
    private static double Saving(List<Window> places)
    {
        double lines = Lines(places[0]);
        int applications = 0;
        for (int i = 0; i < places.Count; i++)
        {
            bool follows = i > 0 && places[i - 1].Body == places[i].Body && places[i - 1].End == places[i].Start;
            applications += follows ? 0 : 1;
        }

        // a block needs three lines of its own; between equal savings the one of more layers is nearer to what a person would write
        Window first = places[0];
        return (places.Count - 1) * lines - applications - 3 + 0.01 * first.Length + (first.Prefix is null ? 0 : 1) - Oddity(first);
    }

    /// <summary>A person's block begins with a layer that computes, and ends with its activation.</summary>
    private static double Oddity(Window window)
    {
        List<Item> items = window.Body.Items;
        return (IsActivation(items[window.Start]) ? 0.6 : 0)
            + (window.End < items.Count && IsActivation(items[window.End]) && items[window.End].Inputs[0] == window.End - 1 ? 0.3 : 0);
    }

    private static bool IsActivation(Item item) =>
        item.Block is null && !item.IsMerge && item.Instances[0].Layer is { Parameters.Count: 0 } layer
            && layer.Inputs[0].Shape == layer.Output.Shape;

    private static double Lines(Window window)
    {
        double lines = 0;
        Item? before = null;
        foreach (Item item in window.Items)
        {
            bool repeats = item.Block is not null && before?.Block == item.Block;
            lines += item.Block is not null ? (repeats ? 0 : 1)
                : item.IsMerge || item.Kind.Contains("Conv", StringComparison.Ordinal) || item.Kind == "Linear" ? 1 : 0.2;
            before = item;
        }

        return lines;
    }

    private static Body Extract(IReadOnlyList<Window> places, string name)
    {
        Body block = Joined(places, name);
        int instance = 0;
        var applications = new List<(Window Place, Item Item)>();
        foreach (Window place in places)
        {
            int first = instance;
            instance += place.Body.InputChannels.Count;
            List<Item> items = [.. place.Items];
            applications.Add((place, new("Apply")
            {
                Name = place.Prefix,
                Inputs = [place.Entry],
                Arguments = [],
                Block = block,
                Instances = [.. Enumerable.Range(0, instance - first).Select(i => new ItemInstance(
                    [], InChannels(place, i), items[^1].Instances[i].OutChannels, null, [first + i]))],
            }));
        }

        foreach ((Window place, Item item) in applications.AsEnumerable().Reverse())
        {
            Replace(place, item);
        }

        return block;
    }

    /// <summary>The block, in which the items of all places are one.</summary>
    private static Body Joined(IReadOnlyList<Window> places, string name)
    {
        Window first = places[0];
        var block = new Body(name)
        {
            InputChannels = [.. places.SelectMany(place => place.Body.InputChannels.Select((_, i) => InChannels(place, i)))],
        };
        for (int k = 0; k < first.Length; k++)
        {
            Item item = first.Body.Items[first.Start + k];
            block.Items.Add(new(item.Kind)
            {
                Name = first.LocalName(item),
                Inputs = [.. item.Inputs.Select(input => input < first.Start ? Item.Input : input - first.Start)],
                Arguments = item.Arguments,
                Block = item.Block,
                Instances = [.. places.SelectMany(place => place.Body.Items[place.Start + k].Instances)],
            });
        }

        return block;
    }

    /// <summary>Channels of what a place reads, in an instance of its body.</summary>
    private static int InChannels(Window place, int instance) => place.Entry == Item.Input
        ? place.Body.InputChannels[instance]
        : place.Body.Items[place.Entry].Instances[instance].OutChannels;

    private static void Replace(Window place, Item application)
    {
        Body body = place.Body;
        int shift = place.Length - 1;
        body.Items.RemoveRange(place.Start, place.Length);
        body.Items.Insert(place.Start, application);
        foreach (Item item in body.Items.Skip(place.Start + 1))
        {
            for (int i = 0; i < item.Inputs.Count; i++)
            {
                item.Inputs[i] -= item.Inputs[i] >= place.End - 1 ? shift : 0;
            }
        }

        for (int i = 0; i < body.Outputs.Count; i++)
        {
            body.Outputs[i] -= body.Outputs[i] >= place.End - 1 ? shift : 0;
        }
    }
}
