namespace CnnGen.Onnx.Translation.Operators;

/// <summary>Normalisations.</summary>
internal static class NormFamily
{
    public static readonly Dictionary<string, Action<NodeScope>> All = new()
    {
        ["BatchNormalization"] = BatchNorm,
        ["InstanceNormalization"] = InstanceNorm,
        ["GroupNormalization"] = GroupNorm,
        ["LayerNormalization"] = LayerNorm,
        ["LRN"] = LocalResponse,
    };

    private static void BatchNorm(NodeScope scope)
    {
        if (scope.Node.Integer("training_mode", 0) != 0)
        {
            throw new UnsupportedException("expected a model in evaluation mode, found training_mode = 1: export it after model.eval()");
        }

        if (scope.Node.Integer("spatial", 1) == 0)
        {
            throw new UnsupportedException("expected statistics for each channel, found spatial = 0: some for each pixel");
        }

        scope.OnlyFirstOutput();
        View view = scope.Plain(scope.View(0));
        RequireChannels(view);
        double momentum = 1 - scope.Node.Number("momentum", 0.9);
        View result = scope.Elementwise(view, "BatchNorm", layer =>
        {
            Epsilon(layer, scope);
            layer.Named("Momentum", Literal.Of(momentum), Math.Abs(momentum - 0.1) > 1e-6 && momentum is >= 0 and <= 1);
            Parameters(layer, scope, view, ("weight", 1), ("bias", 2), ("running_mean", 3), ("running_var", 4));
        });
        scope.Return(result);
    }

    private static void InstanceNorm(NodeScope scope)
    {
        View image = scope.Image();
        scope.Return(scope.Elementwise(image, "InstanceNorm2d", layer =>
        {
            Epsilon(layer, scope);
            layer.Named("Affine", "true");
            Parameters(layer, scope, image, ("weight", 1), ("bias", 2));
        }));
    }

    private static void GroupNorm(NodeScope scope)
    {
        View image = scope.Image();
        int channels = image.Value.Shape.Channels;
        long groups = scope.Node.Integer("num_groups", 1);
        if (groups < 1 || channels % groups != 0)
        {
            throw new UnsupportedException($"expected groups that divide {channels} channels, found {groups}");
        }

        scope.Return(scope.Elementwise(image, "GroupNorm", layer =>
        {
            layer.Positional("groups", (int)groups);
            Epsilon(layer, scope);
            layer.Parameter("weight", [channels], Spread(1)).Parameter("bias", [channels], Spread(2));
            layer.Name = scope.NameOf(1, 2);
        }));

        // before operator set 21 there is one number for each group
        Tensor Spread(int input)
        {
            Tensor given = scope.Weight(input);
            return given.Length == channels ? given.Reshape([channels])
                : given.Length == groups ? Channels.Tensor(
                    [.. Enumerable.Range(0, channels).Select(c => given.Values[c * (int)groups / channels])])
                : throw new UnsupportedException($"expected {groups} or {channels} numbers, found {Dims.Text(given.Shape)}");
        }
    }

    /// <summary>Over the channels at each pixel, or over a vector; over a whole image if each channel has one weight.</summary>
    private static void LayerNorm(NodeScope scope)
    {
        scope.OnlyFirstOutput();
        View view = scope.View(0);
        int axis = Dims.Axis(scope.Node.Integer("axis", -1), view.Axes.Count);
        Atom[] normalised = [.. view.Axes.Skip(axis).SelectMany(digits => digits)];
        long length = normalised.Aggregate(1L, (size, atom) => size * atom.Size);
        ImageShape shape = view.Value.Shape;
        bool isChannels = normalised.All(atom => atom.Dim == Dim.C) && length == shape.Channels;
        if (!isChannels && (normalised.Any(atom => atom.Dim == Dim.N) || length != shape.Length))
        {
            throw new UnsupportedException(
                $"expected the channels, or all but the batch, from axis {axis} on, found {Layouts.Text(view)}");
        }

        double[] scale = Channels.Of(scope.Weight(1), view);
        double[] shift = scope.Node.HasInput(2) ? Channels.Of(scope.Weight(2), view) : Affine.Filled(view, 0);
        scope.Return(scope.Elementwise(view, isChannels ? "LayerNorm" : "GroupNorm", layer =>
        {
            layer = isChannels ? layer : layer.Positional("groups", 1);
            Epsilon(layer, scope);
            layer.Parameter("weight", [shape.Channels], Channels.Tensor(scale)).Parameter("bias", [shape.Channels], Channels.Tensor(shift));
            layer.Name = scope.NameOf(1, 2);
        }));
    }

    private static void LocalResponse(NodeScope scope)
    {
        View image = scope.Image();
        long size = scope.Node.Integer("size", 1);
        if (size < 1 || size % 2 == 0 || size > int.MaxValue)
        {
            throw new UnsupportedException(
                $"expected an odd size, found {size}: for even ones the window of LocalResponseNorm lies one channel lower");
        }

        scope.Return(scope.Elementwise(image, "LocalResponseNorm", layer =>
        {
            layer.Positional("size", (int)size);
            Number("alpha", "Alpha", 1e-4);
            Number("beta", "Beta", 0.75);
            Number("bias", "K", 1);

            void Number(string attribute, string argument, double standard)
            {
                double value = scope.Node.Number(attribute, standard);
                layer.Named(argument, Literal.Of(value), !Literal.Same(value, standard));
            }
        }));
    }

    private static void Epsilon(Layer layer, NodeScope scope)
    {
        double epsilon = scope.Node.Number("epsilon", 1e-5);
        layer.Named("Eps", Literal.Of(epsilon), !Literal.Same(epsilon, 1e-5));
    }

    private static void Parameters(Layer layer, NodeScope scope, View view, params (string Name, int Input)[] parameters)
    {
        int channels = view.Value.Shape.Channels;
        foreach ((string name, int input) in parameters)
        {
            Tensor values = scope.Weight(input);
            if (values.Length != channels)
            {
                throw new UnsupportedException($"expected {channels} numbers as {name}, found {Dims.Text(values.Shape)}");
            }

            layer.Parameter(name, [channels], values.Reshape([channels]));
        }

        layer.Name = scope.NameOf(1, 2);
    }

    private static void RequireChannels(View view)
    {
        if (view.Axes.Count < 2 || !view.IsBatch(0) || !view.IsWhole(1, Dim.C))
        {
            throw new UnsupportedException($"expected channels in axis 1, found {Layouts.Text(view)}");
        }
    }
}
