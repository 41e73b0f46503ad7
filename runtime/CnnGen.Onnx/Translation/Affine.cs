namespace CnnGen.Onnx.Translation;

/// <summary>Scales and shifts by constants, a pair for each channel.</summary>
internal static class Affine
{
    /// <summary>Input images have few channels: their numbers are readable where they stand.</summary>
    private const int FewChannels = 4;

    public static View Apply(NodeScope scope, View view, double[] scale, double[] shift, string? name = null)
    {
        if (scale.All(factor => factor == 1) && shift.All(number => number == 0))
        {
            return view;
        }

        if (scale.Concat(shift).Any(number => !double.IsFinite(number)))
        {
            throw new UnsupportedException("expected finite constants, found others");
        }

        int channels = view.Value.Shape.Channels;
        if (shift.All(number => number == 0))
        {
            return scope.Elementwise(view, "LayerScale", layer =>
            {
                layer.Parameter("weight", [channels], Channels.Tensor(scale));
                layer.Name = name;
            });
        }

        return channels <= FewChannels && name is null && scale.All(factor => factor > 0)
            ? scope.Elementwise(view, "Normalize", layer => layer
                .Positional("mean", Literal.Array(shift.Select((number, i) => -number / scale[i])))
                .Positional("std", Literal.Array(scale.Select(factor => 1 / factor))))
            : scope.Elementwise(view, "BatchNorm", layer =>
            {
                layer.Named("Eps", "0")
                    .Parameter("weight", [channels], Channels.Tensor(scale))
                    .Parameter("bias", [channels], Channels.Tensor(shift))
                    .Parameter("running_mean", [channels], Channels.Tensor([.. scale.Select(_ => 0.0)]))
                    .Parameter("running_var", [channels], Channels.Tensor([.. scale.Select(_ => 1.0)]));
                layer.Name = name;
            });
    }

    public static View Apply(NodeScope scope, View view, double scale, double shift) =>
        Apply(scope, view, Filled(view, scale), Filled(view, shift));

    public static double[] Filled(View view, double value) => [.. Enumerable.Repeat(value, view.Value.Shape.Channels)];
}
