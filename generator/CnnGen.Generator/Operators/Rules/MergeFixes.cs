using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>Layers before a merging one, for inputs that do not fit.</summary>
/// <param name="layer">The merging layer.</param>
/// <param name="id">Its mistake.</param>
internal sealed class MergeFixes(LayerContext layer, string id)
{
    private EquatableArray<string> Names => layer.Source.Names;

    /// <summary>The layer, as in a projecting shortcut, that brings inputs to a shape; null where there is none.</summary>
    /// <param name="to">The shape.</param>
    /// <param name="inputs">Which inputs; they have one shape.</param>
    public Fix? Project(Shape to, params int[] inputs)
    {
        Shape from = layer.Inputs[inputs[0]]!.Value.Shape;
        return Projection(from, to) is { } projection
            ? Insert($"bring {Merge.Text(from)} to {Merge.Text(to)} with {projection}", projection, "_projection", inputs, _ => to)
            : null;
    }

    /// <summary>What to do about tensors of different heights or widths, or of which one is a vector.</summary>
    public Fix ToOneSize(Shape first, Shape other)
    {
        Shape[] shapes = [.. layer.Inputs.Select(input => input!.Value.Shape)];
        if (first.IsVector != other.IsVector)
        {
            return Insert(
                "put [Flatten] after the C×H×W one", "Flatten", "_flat", Which(shape => !shape.IsVector),
                shape => Shape.Vector(Size.Clamp(shape.Length)));
        }

        int height = Math.Min(first.Height, other.Height), width = Math.Min(first.Width, other.Width);
        string crop = $"CenterCrop2d({Size.Plain(height)}, {Size.Plain(width)})";
        return Insert(
            $"use padding or a stride that gives both the same, or crop the larger with {crop}", crop, "_crop",
            Which(shape => shape.Height > height || shape.Width > width), shape => shape with { Height = height, Width = width });

        int[] Which(Func<Shape, bool> isWrong) => [.. Enumerable.Range(0, shapes.Length).Where(i => isWrong(shapes[i]))];
    }

    /// <summary>Layers between inputs and the merging layer, which then reads these.</summary>
    /// <param name="text">What the message says.</param>
    /// <param name="inserted">The layer.</param>
    /// <param name="ending">What new names have behind the old ones.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="output">What becomes of them.</param>
    public Fix Insert(string text, string inserted, string ending, int[] inputs, Func<Shape, Shape> output)
    {
        Signal?[] signals = [.. layer.Inputs.Select((input, i) =>
            inputs.Contains(i) ? input!.Value with { Shape = output(input.Value.Shape) } : input)];
        int unnamed = layer.Inputs.Count - Names.Count;
        bool hasUnnamed = inputs.Any(input => input < unnamed);
        return hasUnnamed && inputs.Length > 1
            ? Fix.Advice(text)
            : new FixFinder(layer, id, null).Try(
                text, trial => trial.Reading(signals),
                hasUnnamed
                    ? LayerFixes.Insertion(layer, inserted)
                    : OnNamed(inserted, ending, inputs.Select(input => input - unnamed), unnamed > 0));
    }

    /// <summary>The layers read by name and get names, so that the one before is no longer what the merging one reads by default.</summary>
    private IEnumerable<Edit> OnNamed(string inserted, string ending, IEnumerable<int> items, bool readsPrevious)
    {
        foreach (IGrouping<string, int> same in items.GroupBy(item => Names[item]))
        {
            string name = layer.Names.Free(same.Key + ending);
            yield return Before(LayerFixes.With(inserted, $"From = {Neighbours.Quote(same.Key)}, Name = {Neighbours.Quote(name)}"));
            foreach (int item in same)
            {
                yield return new(EditKind.SetArgument, layer.Problems.At(Merge.Names) with { Item = item }, Neighbours.Quote(name));
            }
        }

        if (readsPrevious && layer.Source.From is null)
        {
            string previous = layer.Names.PreviousName ?? layer.Names.Free("main");
            yield return new(EditKind.SetArgument, layer.Problems.At(null) with { Argument = "From" }, Neighbours.Quote(previous));
            if (layer.Names.PreviousName is null)
            {
                Place before = layer.Problems.At(null) with { Index = layer.Names.Previous, Argument = "Name" };
                yield return new(EditKind.SetArgument, before, Neighbours.Quote(previous));
            }
        }
    }

    private Edit Before(string inserted) => new(EditKind.InsertBefore, layer.Problems.At(null), inserted);

    private static string? Projection(Shape from, Shape to)
    {
        int stride = Ceiling(from.Height, to.Height);
        if (from.IsVector != to.IsVector || Ceiling(from.Height, stride) != to.Height || Ceiling(from.Width, stride) != to.Width)
        {
            return null;
        }

        string channels = Size.Plain(to.Channels);
        return from.IsVector ? $"Linear({channels})"
            : stride == 1 ? $"Conv2d({channels}, 1)"
            : $"Conv2d({channels}, 1, Stride = {Size.Plain(stride)})";
    }

    private static int Ceiling(int size, int divisor) => (size - 1) / divisor + 1;
}
