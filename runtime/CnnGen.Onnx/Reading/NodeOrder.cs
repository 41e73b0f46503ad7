namespace CnnGen.Onnx.Reading;

/// <summary>Puts nodes into an order in which each reads what earlier ones made, where one exists.</summary>
internal static class NodeOrder
{
    /// <exception cref="InvalidDataException">A value is made twice, by nothing, or out of itself.</exception>
    public static IReadOnlyList<OnnxNode> Sort(
        IReadOnlyList<OnnxNode> nodes, IReadOnlyList<OnnxValue> inputs, IReadOnlyDictionary<string, Tensor> constants)
    {
        HashSet<string> known = new(constants.Keys.Concat(inputs.Select(input => input.Name)), StringComparer.Ordinal);
        Dictionary<string, int> makers = Makers(nodes, known);
        var missing = new int[nodes.Count];
        var readers = new List<int>[nodes.Count];
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (string name in nodes[i].Inputs.Where(name => name.Length > 0 && !known.Contains(name)).Distinct())
            {
                if (!makers.TryGetValue(name, out int maker))
                {
                    throw new InvalidDataException(
                        $"node '{nodes[i].Name}' ({nodes[i].Operator}) reads '{name}', "
                        + "which is neither an input, an initialiser nor made by a node");
                }

                (readers[maker] ??= []).Add(i);
                missing[i]++;
            }
        }

        return Sorted(nodes, missing, readers);
    }

    private static Dictionary<string, int> Makers(IReadOnlyList<OnnxNode> nodes, HashSet<string> known)
    {
        var makers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (string name in nodes[i].Outputs.Where(name => name.Length > 0))
            {
                if (known.Contains(name) || !makers.TryAdd(name, i))
                {
                    throw new InvalidDataException($"expected one origin of '{name}', found node '{nodes[i].Name}' as a second one");
                }
            }
        }

        return makers;
    }

    /// <summary>The first of those that can run is next, so that sorted models stay as they are.</summary>
    private static List<OnnxNode> Sorted(IReadOnlyList<OnnxNode> nodes, int[] missing, List<int>[] readers)
    {
        var ready = new PriorityQueue<int, int>(
            Enumerable.Range(0, nodes.Count).Where(i => missing[i] == 0).Select(i => (i, i)));
        var sorted = new List<OnnxNode>(nodes.Count);
        while (ready.TryDequeue(out int next, out _))
        {
            sorted.Add(nodes[next]);
            foreach (int reader in readers[next] ?? [])
            {
                if (--missing[reader] == 0)
                {
                    ready.Enqueue(reader, reader);
                }
            }
        }

        if (sorted.Count < nodes.Count)
        {
            int stuck = Array.FindIndex(missing, count => count > 0);
            throw new InvalidDataException(
                $"expected a graph without cycles, found node '{nodes[stuck].Name}' ({nodes[stuck].Operator}) in, or behind, one");
        }

        return sorted;
    }
}
