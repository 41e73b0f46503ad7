using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx.Evaluation;

/// <summary>Where <c>Resize</c> and <c>Upsample</c> read along one axis.</summary>
internal sealed class Resampling
{
    private Resampling(int input, int output, double scale, string mode)
    {
        (Input, Output, Scale, Mode) = (input, output, scale, mode);
    }

    public int Input { get; }

    public int Output { get; }

    public double Scale { get; }

    /// <summary><c>nearest</c> or <c>linear</c>.</summary>
    public string Mode { get; }

    /// <summary>For each output element the two input elements and the weight of the second.</summary>
    public IReadOnlyList<(int First, int Second, double Weight)> Taps { get; private set; } = [];

    /// <summary>One for each dimension.</summary>
    public static Resampling[] Of(NodeCall call, IReadOnlyList<int> shape)
    {
        OnnxNode node = call.Node;
        bool isOld = node.Operator == "Upsample" || call.Opset < 11;
        if (node.Integers("axes") is not null || node.Integer("antialias", 0) != 0
            || node.Text("keep_aspect_ratio_policy", "stretch") != "stretch")
        {
            throw new UnsupportedException("axes, antialias and keep_aspect_ratio_policy are not known");
        }

        double[]? scales = (isOld ? call.Optional(1)?.Values ?? node.Numbers("scales")?.Select(scale => (double)scale).ToArray()
            : call.Optional(2)?.Values) is { Length: > 0 } given ? given : null;
        long[]? sizes = isOld ? null : call.Optional(3)?.Integers();
        int count = scales?.Length ?? sizes?.Length ?? 0;
        if (count != shape.Count)
        {
            throw new UnsupportedException($"expected a scale or a size for each of {shape.Count} dimensions, found {count}");
        }

        string mode = node.Text("mode", "nearest");
        string coordinates = isOld ? "asymmetric" : node.Text("coordinate_transformation_mode", "half_pixel");
        string nearest = isOld ? "floor" : node.Text("nearest_mode", "round_prefer_floor");
        if (mode is not ("nearest" or "linear"))
        {
            throw new UnsupportedException($"expected mode nearest or linear, found {mode}");
        }

        return [.. shape.Select((input, i) =>
        {
            double scale = sizes is { } known ? (double)known[i] / input : scales![i];
            double length = sizes is { } exact ? exact[i] : Math.Floor(input * scale);
            if (!(length is >= 1 and < 1 << 20))
            {
                throw new UnsupportedException($"expected between 1 and 2²⁰ elements after resizing, found {length}");
            }

            var axis = new Resampling(input, (int)length, scale, mode);
            axis.Taps = [.. Enumerable.Range(0, axis.Output).Select(x => axis.Tap(axis.Coordinate(x, coordinates), nearest))];
            return axis;
        })];
    }

    private double Coordinate(int x, string mode) => mode switch
    {
        "half_pixel" => (x + 0.5) / Scale - 0.5,
        "pytorch_half_pixel" => Output > 1 ? (x + 0.5) / Scale - 0.5 : 0,
        "align_corners" => Output > 1 ? x * (Input - 1.0) / (Scale * Input - 1) : 0,
        "asymmetric" => x / Scale,
        "tf_half_pixel_for_nn" => (x + 0.5) / Scale,
        "half_pixel_symmetric" => Input / 2.0 * (1 - Output / (Scale * Input)) + (x + 0.5) / Scale - 0.5,
        _ => throw new UnsupportedException($"coordinate_transformation_mode {mode} is not known"),
    };

    private (int First, int Second, double Weight) Tap(double at, string nearest)
    {
        if (Mode == "nearest")
        {
            double place = nearest switch
            {
                "floor" => Math.Floor(at),
                "ceil" => Math.Ceiling(at),
                "round_prefer_floor" => Math.Ceiling(at - 0.5),
                "round_prefer_ceil" => Math.Floor(at + 0.5),
                _ => throw new UnsupportedException($"nearest_mode {nearest} is not known"),
            };
            int only = (int)Math.Clamp(place, 0, Input - 1);
            return (only, only, 0);
        }

        double inside = Math.Clamp(at, 0, Input - 1);
        int first = (int)Math.Floor(inside);
        return (first, Math.Min(first + 1, Input - 1), inside - first);
    }
}
