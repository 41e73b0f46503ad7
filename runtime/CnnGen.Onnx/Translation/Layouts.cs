namespace CnnGen.Onnx.Translation;

/// <summary>What reshapes and transpositions amount to: a flatten, a channel shuffle, a pixel shuffle, or nothing.</summary>
internal static class Layouts
{
    /// <summary>A view whose axes are dimensions as a whole, after the layers that this takes.</summary>
    /// <exception cref="UnsupportedException">No layer does it.</exception>
    public static View Plain(View view, NodeScope scope) =>
        IsPlain(view) ? view
        : Flatten(view, scope) ?? ChannelShuffle(view, scope) ?? PixelShuffle(view, scope)
        ?? throw new UnsupportedException($"its input is rearranged ({Text(view)}) as no layer does");

    /// <summary>Where a reshape completes a shuffle, the layer stands where the model has it.</summary>
    public static View Shuffled(View view, NodeScope scope) =>
        IsPlain(view) ? view : ChannelShuffle(view, scope) ?? PixelShuffle(view, scope) ?? view;

    public static bool IsPlain(View view) =>
        view.Axes.All(axis => axis.Count == 0
            || (axis.Count == 1 && (axis[0].Dim == Dim.N || axis[0] is { Stride: 1 } atom && atom.Size == view.Value.Shape[atom.Dim])));

    /// <summary><c>N×C×(H×W)</c></summary>
    public static string Text(View view) => string.Join('×', view.Axes.Select(axis => axis.Count switch
    {
        0 => "1",
        1 => Text(view, axis[0]),
        _ => $"({string.Join('×', axis.Select(atom => Text(view, atom)))})",
    }));

    private static string Text(View view, Atom atom) =>
        atom.Dim == Dim.N || (atom.Stride == 1 && atom.Size == view.Value.Shape[atom.Dim]) ? $"{atom.Dim}" : $"{atom.Dim}[{atom.Size}]";

    /// <summary>All of a sample in one axis. Another order than channels, rows, columns stays a view of the vector.</summary>
    private static View? Flatten(View view, NodeScope scope)
    {
        ImageShape shape = view.Value.Shape;
        int[] axes = [.. Enumerable.Range(0, view.Axes.Count).Where(axis => view.Axes[axis].Any(atom => atom.Dim != Dim.N))];
        if (axes.Length != 1 || view.Axes[axes[0]].Any(atom => atom.Dim == Dim.N) || shape.IsSinglePixel)
        {
            return null;
        }

        Value vector = Vector(view.Value, scope);
        var strides = new Dictionary<Dim, int> { [Dim.C] = shape.Height * shape.Width, [Dim.H] = shape.Width, [Dim.W] = 1 };
        IReadOnlyList<Atom> digits = [.. view.Axes[axes[0]].Select(atom => new Atom(Dim.C, atom.Stride * strides[atom.Dim], atom.Size))];
        View flat = new(vector, [.. view.Axes.Select((axis, i) => i == axes[0] ? digits : axis)]);
        return Rearrangement.Reshape(flat, flat.Shape);
    }

    /// <summary>A value as a vector, channels first.</summary>
    public static Value Vector(Value value, NodeScope scope) =>
        scope.Add(scope.Layer("Flatten", new(value.Shape.Length, 1, 1), value));

    private static View? ChannelShuffle(View view, NodeScope scope)
    {
        int axis = view.AxesOf(Dim.C).FirstOrDefault(-1);
        if (axis < 0 || view.Axes[axis] is not [{ Dim: Dim.C, Stride: 1 } fast, { Dim: Dim.C } slow]
            || slow.Stride != fast.Size || fast.Size * slow.Size != view.Value.Shape.Channels)
        {
            return null;
        }

        Layer layer = scope.Layer("ChannelShuffle", view.Value.Shape, view.Value).Positional("groups", slow.Size);
        View result = new(layer.Output, [.. view.Axes.Select((digits, i) => i == axis ? View.Whole(layer.Output, Dim.C, 1) : digits)]);
        if (!IsPlain(result))
        {
            return null;
        }

        scope.Add(layer);
        return result;
    }

    /// <summary>Digits of the channels behind rows and columns.</summary>
    private static View? PixelShuffle(View view, NodeScope scope)
    {
        if (view.Axes.Count != 4 || view.Axes[2] is not { Count: > 0 } rows || view.Axes[3] is not { Count: > 0 } columns
            || rows[^1].Dim != Dim.C || columns[^1].Dim != Dim.C || rows[^1].Size != columns[^1].Size)
        {
            return null;
        }

        ImageShape shape = view.Value.Shape;
        int factor = rows[^1].Size, square = factor * factor, channels = shape.Channels / square;
        bool isMatched = shape.Channels % square == 0 && view.IsBatch(0)
            && rows.SkipLast(1).SequenceEqual(View.Whole(view.Value, Dim.H, 1))
            && columns.SkipLast(1).SequenceEqual(View.Whole(view.Value, Dim.W, 1));
        IReadOnlyList<Atom> depth = view.Axes[1];
        bool isOuter = depth.SequenceEqual(Digit(square, channels)) && rows[^1].Stride == factor && columns[^1].Stride == 1;
        bool isInner = depth.SequenceEqual(Digit(1, channels)) && rows[^1].Stride == factor * channels && columns[^1].Stride == channels;
        if (!isMatched || !(isOuter || isInner))
        {
            return null;
        }

        Value source = isOuter || channels == 1
            ? view.Value
            : scope.Add(scope.Layer("ChannelShuffle", shape, view.Value).Positional("groups", square));
        Value shuffled = scope.Add(
            scope.Layer("PixelShuffle", new(channels, shape.Height * factor, shape.Width * factor), source).Positional("factor", factor));
        return new(shuffled, [view.Axes[0], .. new[] { Dim.C, Dim.H, Dim.W }.Select(dim => View.Whole(shuffled, dim, 1))]);

        static Atom[] Digit(int stride, int size) => size == 1 ? [] : [new(Dim.C, stride, size)];
    }
}
