using CnnGen.Runtime;

namespace CnnGen.Layers;

/// <summary>A line of the breakdown.</summary>
/// <param name="Layer">Name and kind.</param>
/// <param name="Kernel">The method, of several the one that took longest.</param>
/// <param name="Shape">Of the layer's output.</param>
/// <param name="Time">In µs.</param>
/// <param name="MultiplyAdds">Those of the layer, for all samples; 0 where it has none.</param>
public sealed record Row(string Layer, string Kernel, string Shape, double Time, long MultiplyAdds)
{
    /// <summary>One row a layer: neighbouring calls that belong to it.</summary>
    public static IEnumerable<Row> Layers(NetworkInfo info, Measurement measured) =>
        Rows(info, measured, isForward: true, samples: 1, (before, call) => before.Layer == call.Layer, _ => true);

    /// <summary>One row a kernel of a layer; products are those of convolutions and linear layers, and of their gradients.</summary>
    public static IEnumerable<Row> Kernels(NetworkInfo info, Measurement measured, int samples) =>
        Rows(info, measured, isForward: false, samples, (before, call) => before == call, kernel => Products.Any(kernel.Contains));

    private static readonly string[] Products = ["Conv", "Linear", "Winograd", "Depthwise"];

    private static IEnumerable<Row> Rows(
        NetworkInfo info, Measurement measured, bool isForward, int samples,
        Func<ProfiledCall, ProfiledCall, bool> isSame, Func<string, bool> hasProducts)
    {
        Dictionary<string, Queue<LayerInfo>> layers = info.Layers
            .Where(layer => layer.Kernel is not ("" or "fused"))
            .GroupBy(layer => $"{layer.Name} {layer.Kind}".Trim())
            .Where(group => isForward || group.Count() == 1)
            .ToDictionary(group => group.Key, group => new Queue<LayerInfo>(group));
        for (int begin = 0, end; begin < measured.Calls.Count; begin = end)
        {
            ProfiledCall first = measured.Calls[begin];
            for (end = begin + 1; end < measured.Calls.Count && isSame(first, measured.Calls[end]); end++)
            {
            }

            int longest = Enumerable.Range(begin, end - begin).MaxBy(call => measured.Times[call]);
            string kernel = measured.Calls[longest].Kernel;
            LayerInfo? layer = layers.TryGetValue(first.Layer, out Queue<LayerInfo>? alike) ? Next(alike) : null;
            yield return new(
                first.Layer, kernel, layer is null ? "" : string.Join('×', layer.OutputShape), measured.Times[begin..end].Sum(),
                layer is not null && hasProducts(kernel) ? samples * layer.MultiplyAdds : 0);
        }
    }

    /// <summary>Layers without a name follow one another; backward, where they do not, none of them is found.</summary>
    private static LayerInfo Next(Queue<LayerInfo> alike) => alike.Count > 1 ? alike.Dequeue() : alike.Peek();
}
