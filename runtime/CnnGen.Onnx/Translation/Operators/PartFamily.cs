using CnnGen.Onnx.Evaluation;

namespace CnnGen.Onnx.Translation.Operators;

/// <summary>Parts of tensors, and tensors behind one another.</summary>
internal static class PartFamily
{
    public static readonly Dictionary<string, Action<NodeScope>> All = new()
    {
        ["Concat"] = Concat,
        ["Slice"] = Slice,
        ["Split"] = Split,
        ["Gather"] = Gather,
    };

    private static void Concat(NodeScope scope)
    {
        View[] views = [.. scope.Node.Inputs.Select((_, i) => scope.Plain(scope.View(i)))];
        int rank = views[0].Axes.Count, axis = Dims.Axis(scope.Node.Integer("axis", 1), rank);
        foreach (View view in views)
        {
            bool fits = view.Axes.Count == rank && view.IsWhole(axis, Dim.C)
                && Enumerable.Range(0, rank).All(i => i == axis || view.Axes[i].SequenceEqual(views[0].Axes[i]))
                && view.Value.Shape with { Channels = 1 } == views[0].Value.Shape with { Channels = 1 };
            if (!fits)
            {
                throw new UnsupportedException(
                    $"expected channels along axis {axis} and otherwise equal shapes, found "
                    + $"{string.Join(", ", views.Select(Layouts.Text))} "
                    + $"of {string.Join(", ", views.Select(one => one.Value.Shape))}; Concat joins channels alone");
            }
        }

        if (views.Length == 1)
        {
            scope.Return(views[0]);
            return;
        }

        int channels = checked(views.Sum(view => view.Value.Shape.Channels));
        Value joined = scope.Add(scope.Layer(
            "Concat", views[0].Value.Shape with { Channels = channels }, [.. views.Select(view => view.Value)]));
        scope.Return(new(joined, [.. views[0].Axes.Select((digits, i) => i == axis ? View.Whole(joined, Dim.C, 1) : digits)]));
    }

    private static void Slice(NodeScope scope)
    {
        View view = scope.Plain(scope.View(0));
        for (int i = 1; i < scope.Node.Inputs.Count; i++)
        {
            _ = scope.Node.HasInput(i) ? scope.Weight(i) : null;
        }

        foreach (AxisSlice slice in AxisSlice.Of(scope.Call, view.Shape))
        {
            view = Taken(scope, view, slice);
        }

        scope.Return(view);
    }

    private static void Split(NodeScope scope)
    {
        View view = scope.Plain(scope.View(0));
        int axis = Dims.Axis(scope.Node.Integer("axis", 0), view.Axes.Count), start = 0, output = 0;
        _ = scope.Node.HasInput(1) ? scope.Weight(1) : null;
        foreach (int length in SliceOps.Lengths(scope.Call, view.Shape[axis]))
        {
            scope.Return(Taken(scope, view, new(axis, start, length, 1)), output++);
            start += length;
        }
    }

    /// <summary>Neighbouring channels, or a single one, which loses its axis.</summary>
    private static void Gather(NodeScope scope)
    {
        View view = scope.Plain(scope.View(0));
        int axis = Dims.Axis(scope.Node.Integer("axis", 0), view.Axes.Count);
        Tensor indices = scope.Weight(1);
        int[] chosen = [.. indices.Integers().Select(index => Dims.Axis(index, view.Shape[axis]))];
        if (indices.Shape.Count > 1 || chosen.Length == 0 || chosen.Where((index, i) => index != chosen[0] + i).Any())
        {
            throw new UnsupportedException($"expected neighbouring indices, found [{string.Join(", ", chosen)}]");
        }

        View taken = Taken(scope, view, new(axis, chosen[0], chosen.Length, 1));
        scope.Return(indices.Shape.Count == 0 ? new(taken.Value, [.. taken.Axes.Where((_, i) => i != axis)]) : taken);
    }

    private static View Taken(NodeScope scope, View view, AxisSlice slice)
    {
        int size = view.Shape[slice.Axis];
        if (slice is { Start: 0, Step: 1 } && slice.Count == size)
        {
            return view;
        }

        Dim dim = view.Axes[slice.Axis].FirstOrDefault(new Atom(Dim.N, 1, 1)).Dim;
        if (slice.Count < 1 || slice.Step < 1 || dim == Dim.N || (dim == Dim.C && slice.Step != 1))
        {
            throw new UnsupportedException(
                $"expected some channels, rows or columns, found {slice.Count} elements from {slice.Start} on in steps of {slice.Step} "
                + $"along axis {slice.Axis} of {Layouts.Text(view)}");
        }

        Value value = dim == Dim.C
            ? scope.Add(scope.Layer("Slice", view.Value.Shape with { Channels = slice.Count }, view.Value)
                .Positional("start", slice.Start).Positional("count", slice.Count))
            : Pixels(scope, view.Value, slice, dim);
        return new(value, [.. view.Axes.Select((digits, i) => i == slice.Axis ? View.Whole(value, dim, 1) : digits)]);
    }

    /// <summary>Rows or columns: the others are cut off, and those between skipped by windows of one pixel.</summary>
    private static Value Pixels(NodeScope scope, Value value, AxisSlice slice, Dim dim)
    {
        int last = slice.Start + (slice.Count - 1) * slice.Step, after = value.Shape[dim] - last - 1;
        Value cut = dim == Dim.H
            ? PadFamily.Pad(scope, value, -slice.Start, -after, 0, 0)
            : PadFamily.Pad(scope, value, 0, 0, -slice.Start, -after);
        return slice.Step == 1 ? cut : ResizeFamily.Subsampled(scope, cut, dim == Dim.H ? slice.Step : 1, dim == Dim.W ? slice.Step : 1);
    }
}
