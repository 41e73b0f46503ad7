namespace CnnGen.Onnx.Translation.Operators;

/// <summary>Activations.</summary>
internal static class ActivationFamily
{
    public static readonly Dictionary<string, Action<NodeScope>> All = new()
    {
        ["Relu"] = Plain("ReLU"),
        ["Sigmoid"] = Plain("Sigmoid"),
        ["Tanh"] = Plain("Tanh"),
        ["Softplus"] = Plain("Softplus"),
        ["Mish"] = Plain("Mish"),
        ["HardSwish"] = Plain("Hardswish"),
        ["Swish"] = Plain("SiLU"),
        ["Gelu"] = scope => scope.Return(scope.Elementwise(scope.View(0), "GELU", layer => layer.Named(
            "Approximate", "GeluApproximation.Tanh", scope.Node.Text("approximate", "none") == "tanh"))),
        ["LeakyRelu"] = scope => WithNumber(scope, "LeakyReLU", 0.01),
        ["Elu"] = scope => WithNumber(scope, "ELU", 1),
        ["Selu"] = Selu,
        ["Celu"] = Celu,
        ["PRelu"] = Parametric,
        ["HardSigmoid"] = HardSigmoid,
        ["Clip"] = Clip,
        ["Softmax"] = scope => Softmax(scope, "Softmax"),
        ["LogSoftmax"] = scope => Softmax(scope, "LogSoftmax"),
    };

    private static Action<NodeScope> Plain(string kind) => scope => scope.Return(scope.Elementwise(scope.View(0), kind));

    private static void WithNumber(NodeScope scope, string kind, double standard)
    {
        double value = scope.Node.Number("alpha", standard);
        scope.Return(scope.Elementwise(
            scope.View(0), kind, layer => { _ = Literal.Same(value, standard) ? layer : layer.Positional("alpha", Literal.Of(value)); }));
    }

    private static void Selu(NodeScope scope)
    {
        double alpha = scope.Node.Number("alpha", 1.6732632423543772), gamma = scope.Node.Number("gamma", 1.0507009873554805);
        View view = scope.Elementwise(scope.View(0), "ELU", layer => layer.Positional("alpha", Literal.Of(alpha)));
        scope.Return(Affine.Apply(scope, view, gamma, 0));
    }

    /// <summary>α · ELU(x / α)</summary>
    private static void Celu(NodeScope scope)
    {
        double alpha = scope.Node.Number("alpha", 1);
        View view = scope.Elementwise(Affine.Apply(scope, scope.View(0), 1 / alpha, 0), "ELU");
        scope.Return(Affine.Apply(scope, view, alpha, 0));
    }

    private static void Parametric(NodeScope scope)
    {
        View view = scope.View(0);
        Tensor slope = scope.Weight(1);
        double[] slopes = Channels.Of(scope, 1, view);
        scope.Return(scope.Elementwise(view, "PReLU", layer =>
        {
            layer.Named("PerChannel", "true", !slope.IsScalar).Parameter(
                "weight", [slope.IsScalar ? 1 : slopes.Length], slope.IsScalar ? slope.Reshape([1]) : Channels.Tensor(slopes));
            layer.Name = scope.NameOf(1);
        }));
    }

    /// <summary>Hardsigmoid is min(max(x / 6 + 1/2, 0), 1); other slopes and shifts are scales and shifts before it.</summary>
    private static void HardSigmoid(NodeScope scope)
    {
        double alpha = scope.Node.Number("alpha", 0.2), beta = scope.Node.Number("beta", 0.5);
        bool isUsual = Math.Abs(alpha - 1.0 / 6) < 1e-6 && Literal.Same(beta, 0.5);
        View view = isUsual ? scope.View(0) : Affine.Apply(scope, scope.View(0), 6 * alpha, 6 * (beta - 0.5));
        scope.Return(scope.Elementwise(view, "Hardsigmoid"));
    }

    /// <summary>Between other bounds than 0 and 6 or more: scaled and shifted to these and back.</summary>
    private static void Clip(NodeScope scope)
    {
        View view = scope.View(0);
        double low = Bound(1, "min", double.NegativeInfinity), high = Bound(2, "max", double.PositiveInfinity);
        double span = high - low;
        scope.Return(
            low <= float.MinValue && high >= float.MaxValue ? view
            : low == 0 && high == 6 ? scope.Elementwise(view, "ReLU6")
            : low <= float.MinValue ? Affine.Apply(scope, scope.Elementwise(Affine.Apply(scope, view, -1, high), "ReLU"), -1, high)
            : high >= float.MaxValue ? Affine.Apply(scope, scope.Elementwise(Affine.Apply(scope, view, 1, -low), "ReLU"), 1, low)
            : span > 0 ? Affine.Apply(scope, scope.Elementwise(Affine.Apply(scope, view, 6 / span, -6 * low / span), "ReLU6"),
                span / 6, low)
            : throw new UnsupportedException(
                $"expected a lower bound below the upper one, found {Literal.Of(low)} and {Literal.Of(high)}"));

        double Bound(int input, string attribute, double fallback)
        {
            double bound = scope.Node.HasInput(input) ? scope.Weight(input).Scalar : scope.Node.Number(attribute, fallback);
            return double.IsNaN(bound) ? throw new UnsupportedException($"{attribute} is no number") : bound;
        }
    }

    private static void Softmax(NodeScope scope, string kind)
    {
        View view = scope.View(0);
        int rank = view.Axes.Count, axis = Dims.Axis(scope.Node.Integer("axis", scope.Opset < 13 ? 1 : -1), Math.Max(1, rank));
        int last = scope.Opset < 13 ? rank : axis + 1;
        if (Over().Any(atom => atom.Dim is Dim.H or Dim.W))
        {
            view = scope.Plain(view);
        }

        if (Over().Any(atom => atom.Dim != Dim.C) || Over().Aggregate(1L, (size, atom) => size * atom.Size) != view.Value.Shape.Channels)
        {
            throw new UnsupportedException(
                $"expected the channels, or a vector, along axis {axis}{(scope.Opset < 13 ? " and behind it" : "")}, "
                + $"found {Layouts.Text(view)}");
        }

        scope.Return(scope.Elementwise(view, kind));

        IEnumerable<Atom> Over() => view.Axes.Take(last).Skip(axis).SelectMany(digits => digits);
    }
}
