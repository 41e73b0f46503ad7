// The generator compiles this file, too.
using System.Text;
#if CNNGEN_GENERATOR
using Dimensions = CnnGen.Generator.EquatableArray<long>; // what is kept between runs compares by value
#else
using Dimensions = System.Collections.Generic.IReadOnlyList<long>;
#endif

#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Weights;
#else
namespace CnnGen.Runtime;
#endif

/// <summary>One entry of a safetensors header.</summary>
/// <param name="Name">The tensor's name.</param>
/// <param name="DataType">For example <c>F32</c>.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Begin">Where its bytes begin, counted from the end of the header.</param>
/// <param name="End">Where its bytes end.</param>
internal sealed record SafetensorsTensor(string Name, string DataType, Dimensions Shape, long Begin, long End)
{
    private const int ShownLength = 80;

    /// <summary>PyTorch counts batches in an integer that only its own momentum-free averages read.</summary>
    public bool IsIgnorable => Name == "num_batches_tracked" || Name.EndsWith(".num_batches_tracked", StringComparison.Ordinal);

    /// <summary>Whether the shapes are equal when trailing 1s do not count.</summary>
    public bool HasShape(IReadOnlyList<int> shape)
    {
        for (int axis = 0; axis < Math.Max(shape.Count, Shape.Count); axis++)
        {
            long expected = axis < shape.Count ? shape[axis] : 1;
            long found = axis < Shape.Count ? Shape[axis] : 1;
            if (expected != found)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A name from a file of unknown origin, fit for a message: short and without control characters.</summary>
    public static string Quote(string name) => $"'{Printable(name)}'";

    /// <summary>The same without quotation marks.</summary>
    public static string Printable(string name)
    {
        var text = new StringBuilder();
        foreach (char c in name.AsSpan(0, Math.Min(name.Length, ShownLength)))
        {
            text.Append(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c);
        }

        return text.Append(name.Length > ShownLength ? "…" : "").ToString();
    }

    /// <summary>For example <c>6×1×5×5</c>.</summary>
    public static string Format<TNumber>(IReadOnlyList<TNumber> shape) =>
        shape.Count switch
        {
            0 => "scalar",
            > 16 => $"{shape.Count} dimensions",
            _ => string.Join("×", shape),
        };
}
