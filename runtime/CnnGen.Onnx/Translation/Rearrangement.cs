namespace CnnGen.Onnx.Translation;

/// <summary>Reshapes and transpositions of views.</summary>
internal static class Rearrangement
{
    /// <exception cref="UnsupportedException">The new axes cut through digits.</exception>
    public static View Reshape(View view, IReadOnlyList<int> shape)
    {
        var digits = new Stack<Atom>(view.Axes.SelectMany(axis => axis).Reverse());
        var axes = new List<IReadOnlyList<Atom>>();
        foreach (int size in shape)
        {
            var axis = new List<Atom>();
            int open = size;
            while (open > 1)
            {
                Atom atom = digits.Pop();
                if (open % atom.Size == 0)
                {
                    axis.Add(atom);
                    open /= atom.Size;
                }
                else if (atom.Size % open == 0)
                {
                    int rest = atom.Size / open;
                    axis.Add(atom with { Stride = atom.Stride * rest, Size = open });
                    digits.Push(atom with { Size = rest });
                    open = 1;
                }
                else
                {
                    throw new UnsupportedException($"shape {view} becomes {Dims.Text(shape)}, which mixes elements of different axes");
                }
            }

            axes.Add(Joined(axis));
        }

        return new(view.Value, axes);
    }

    public static View Transpose(View view, int[] permutation) => new(view.Value, [.. permutation.Select(axis => view.Axes[axis])]);

    /// <summary>Neighbouring digits of one dimension are one digit.</summary>
    private static List<Atom> Joined(List<Atom> axis)
    {
        var joined = new List<Atom>();
        foreach (Atom atom in axis)
        {
            if (joined.Count > 0 && joined[^1].Dim == atom.Dim && joined[^1].Stride == atom.Stride * atom.Size)
            {
                joined[^1] = atom with { Size = joined[^1].Size * atom.Size };
            }
            else
            {
                joined.Add(atom);
            }
        }

        return joined;
    }
}
