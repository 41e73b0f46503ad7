using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx.Evaluation;

/// <summary>A transposed convolution along one axis: padding is what the output loses on each side.</summary>
internal readonly record struct TransposedAxis(
    int Kernel, int Stride, int Dilation, int Before, int After, int OutputPadding, int Input, int Output);

/// <summary>A transposed convolution over height and width; a sequence is an image of one row.</summary>
internal sealed record TransposedGeometry(TransposedAxis Vertical, TransposedAxis Horizontal)
{
    public static TransposedGeometry Of(OnnxNode node, IReadOnlyList<int> weight, IReadOnlyList<int> input)
    {
        int rank = input.Count - 2;
        if (rank is < 1 or > 2 || weight.Count != input.Count)
        {
            throw new UnsupportedException(
                $"expected an image or a sequence and weights that fit, found {Dims.Text(input)} and {Dims.Text(weight)}");
        }

        long[]? sizes = node.Integers("output_shape");
        string padding = node.Text("auto_pad", "NOTSET");
        long[] strides = Numbers("strides", 1, rank), dilations = Numbers("dilations", 1, rank);
        long[] more = Numbers("output_padding", 0, rank), pads = Numbers("pads", 0, 2 * rank);
        TransposedAxis[] axes = [.. Enumerable.Range(0, rank).Select(i =>
        {
            int whole = checked((int)(strides[i] * (input[i + 2] - 1) + more[i] + (weight[i + 2] - 1) * dilations[i] + 1));
            long before = pads[i], after = pads[i + rank];
            long? asked = sizes is not null ? sizes[^(rank - i)]
                : padding.StartsWith("SAME", StringComparison.Ordinal) ? strides[i] * input[i + 2]
                : null;
            if (asked is { } size)
            {
                long total = Math.Max(0, whole - size);
                before = padding == "SAME_UPPER" ? total / 2 : total - total / 2;
                after = whole - size - before;
            }

            return new TransposedAxis(
                weight[i + 2], (int)strides[i], (int)dilations[i], (int)before, (int)after, (int)more[i], input[i + 2],
                checked((int)(whole - before - after)));
        })];
        return axes.Any(axis => axis.Output < 1) ? throw new UnsupportedException("nothing is left of the output")
            : rank == 2 ? new(axes[0], axes[1]) : new(new(1, 1, 1, 0, 0, 0, 1, 1), axes[0]);

        long[] Numbers(string name, long least, int count)
        {
            long[] found = node.Integers(name) ?? [.. Enumerable.Repeat(least, count)];
            return found.Length == count && found.All(value => value >= least && value < 1 << 15)
                ? found
                : throw new UnsupportedException(
                    $"expected {count} numbers from {least} to 2¹⁵ as {name}, found [{string.Join(", ", found)}]");
        }
    }
}
