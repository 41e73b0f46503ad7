using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx;

/// <summary>The input that a network takes, with every dimension known.</summary>
internal sealed record ModelInput(string Name, IReadOnlyList<int> Shape, ImportProblem? Problem)
{
    private const int MostSize = 1 << 16;

    public static ModelInput Find(OnnxGraph graph, ImportOptions options)
    {
        OnnxValue[] open = [.. graph.Inputs.Where(input => !graph.Constants.ContainsKey(input.Name))];
        if (open.Length != 1)
        {
            string names = string.Join(", ", open.Select(input => $"'{input.Name}'"));
            return Wrong($"expected one input, found {open.Length}: {names}; a network has one, so fix the others to constants");
        }

        OnnxValue input = open[0];
        IReadOnlyList<long?>? shape = options.InputShape is { } given ? Given(given, input) : input.Shape;
        if (shape is null)
        {
            return Wrong(options.InputShape is null
                ? $"expected the shape of input '{input.Name}', found none in the model; say it, for example 1x3x224x224"
                : $"expected a shape that fits input '{input.Name}' of {Text(input.Shape!)}, found {Dims.Text(options.InputShape)}");
        }

        // the batch may stay open: a network predicts sample by sample
        long?[] sizes = [.. shape.Select((size, axis) => axis == 0 && shape.Count > 1 ? size ?? 1 : size)];
        return sizes.Any(size => size is null)
            ? Wrong($"expected a fixed shape of input '{input.Name}', found {Text(shape)}; say it, for example 1x3x224x224")
            : sizes.Any(size => size is < 1 or > MostSize)
                || sizes.Aggregate((Int128)1, (product, size) => product * size!.Value) > Dims.MostElements
                ? Wrong($"expected sizes from 1 to {MostSize} of input '{input.Name}', found {Text(shape)}")
            : new(input.Name, [.. sizes.Select(size => (int)size!.Value)], null);

        ImportProblem Problem(string reason) => new("", "", reason, graph.Opset);
        ModelInput Wrong(string reason) => new("", [], Problem(reason));
    }

    /// <summary>The given shape, unless the model says another one.</summary>
    private static IReadOnlyList<long?>? Given(IReadOnlyList<int> given, OnnxValue input) =>
        input.Shape is null || (input.Shape.Count == given.Count
            && !input.Shape.Zip(given).Skip(1).Any(pair => pair.First is { } size && size != pair.Second))
            ? [.. given.Select(size => (long?)size)]
            : null;

    private static string Text(IReadOnlyList<long?> shape) => $"[{string.Join(", ", shape.Select(size => size?.ToString() ?? "?"))}]";
}
