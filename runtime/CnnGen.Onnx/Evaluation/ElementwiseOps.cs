namespace CnnGen.Onnx.Evaluation;

/// <summary>Operators that work element by element.</summary>
internal static class ElementwiseOps
{
    public static readonly Dictionary<string, Func<NodeCall, Tensor[]>> All = new()
    {
        ["Abs"] = Map(Math.Abs),
        ["Ceil"] = Map(Math.Ceiling),
        ["Floor"] = Map(Math.Floor),
        ["Round"] = Map(Math.Round),
        ["Exp"] = Map(Math.Exp),
        ["Log"] = Map(Math.Log),
        ["Neg"] = Map(value => -value),
        ["Sqrt"] = Map(Math.Sqrt),
        ["Reciprocal"] = Map(value => 1 / value),
        ["Erf"] = Map(SpecialFunctions.Erf),
        ["Relu"] = Map(value => value < 0 ? 0 : value),
        ["Sigmoid"] = Map(Sigmoid),
        ["Tanh"] = Map(Math.Tanh),
        ["Softplus"] = Map(value => value > 30 ? value : Math.Log(1 + Math.Exp(value))),
        ["Softsign"] = Map(value => value / (1 + Math.Abs(value))),
        ["HardSwish"] = Map(value => value * Math.Clamp(value / 6 + 0.5, 0, 1)),
        ["Mish"] = Map(value => value * Math.Tanh(value > 30 ? value : Math.Log(1 + Math.Exp(value)))),
        ["Identity"] = call => [call[0]],
        ["Dropout"] = call => [call[0]],
        ["Gelu"] = call => Of(call, call.Node.Text("approximate", "none") == "tanh" ? GeluTanh : Gelu),
        ["LeakyRelu"] = WithNumbers("alpha", 0.01, "", 0, (x, alpha, _) => x < 0 ? alpha * x : x),
        ["ThresholdedRelu"] = WithNumbers("alpha", 1, "", 0, (x, alpha, _) => x > alpha ? x : 0),
        ["Elu"] = WithNumbers("alpha", 1, "", 0, (x, alpha, _) => x < 0 ? alpha * (Math.Exp(x) - 1) : x),
        ["Celu"] = WithNumbers("alpha", 1, "", 0, (x, alpha, _) => x < 0 ? alpha * (Math.Exp(x / alpha) - 1) : x),
        ["Selu"] = WithNumbers(
            "alpha", 1.6732632423543772, "gamma", 1.0507009873554805, (x, alpha, gamma) => gamma * (x < 0 ? alpha * (Math.Exp(x) - 1) : x)),
        ["HardSigmoid"] = WithNumbers("alpha", 0.2, "beta", 0.5, (x, alpha, beta) => Math.Clamp(alpha * x + beta, 0, 1)),
        ["Clip"] = Clip,
        ["Add"] = Fold((a, b) => a + b),
        ["Sub"] = Fold((a, b) => a - b),
        ["Mul"] = Fold((a, b) => a * b),
        ["Div"] = call => Fold(call[0].Kind == TensorKind.Integer ? (a, b) => Math.Truncate(a / b) : (a, b) => a / b)(call),
        ["Pow"] = Fold(Math.Pow),
        ["Mod"] = call => Fold(
            call.Node.Integer("fmod", 0) != 0 ? Math.IEEERemainder : (a, b) => b == 0 ? 0 : a - b * Math.Floor(a / b))(call),
        ["PRelu"] = Fold((x, slope) => x < 0 ? slope * x : x),
        ["Sum"] = Fold((a, b) => a + b),
        ["Max"] = Fold(Math.Max),
        ["Min"] = Fold(Math.Min),
        ["Equal"] = Compare((a, b) => a == b),
        ["Less"] = Compare((a, b) => a < b),
        ["LessOrEqual"] = Compare((a, b) => a <= b),
        ["Greater"] = Compare((a, b) => a > b),
        ["GreaterOrEqual"] = Compare((a, b) => a >= b),
        ["And"] = Compare((a, b) => a != 0 && b != 0),
        ["Or"] = Compare((a, b) => a != 0 || b != 0),
        ["Not"] = call => [new([.. call[0].Shape], TensorKind.Boolean, Array.ConvertAll(call[0].Values, value => value == 0 ? 1.0 : 0))],
        ["Where"] = Where,
        ["Cast"] = Cast,
    };

    private static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));

    private static double Gelu(double x) => 0.5 * x * (1 + SpecialFunctions.Erf(x / Math.Sqrt(2)));

    private static double GeluTanh(double x) => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));

    private static Func<NodeCall, Tensor[]> Map(Func<double, double> function) => call => Of(call, function);

    private static Tensor[] Of(NodeCall call, Func<double, double> function) =>
        [new(call[0].Shape, call[0].Kind, Array.ConvertAll(call[0].Values, value => function(value)))];

    private static Func<NodeCall, Tensor[]> WithNumbers(
        string first, double firstDefault, string second, double secondDefault, Func<double, double, double, double> function) => call =>
    {
        double a = call.Node.Number(first, firstDefault), b = call.Node.Number(second, secondDefault);
        return Of(call, value => function(value, a, b));
    };

    private static Func<NodeCall, Tensor[]> Fold(Func<double, double, double> function) => call =>
    {
        Tensor result = call[0];
        for (int i = 1; i < call.Inputs.Count; i++)
        {
            result = Broadcast.Apply(result, call[i], result.Kind, function);
        }

        return [result];
    };

    private static Func<NodeCall, Tensor[]> Compare(Func<double, double, bool> function) => call =>
        [Broadcast.Apply(call[0], call[1], TensorKind.Boolean, (a, b) => function(a, b) ? 1 : 0)];

    private static Tensor[] Clip(NodeCall call)
    {
        double low = call.Optional(1)?.Scalar ?? call.Node.Number("min", double.NegativeInfinity);
        double high = call.Optional(2)?.Scalar ?? call.Node.Number("max", double.PositiveInfinity);
        return Of(call, value => Math.Min(high, Math.Max(low, value)));
    }

    private static Tensor[] Where(NodeCall call)
    {
        int[] shape = Broadcast.Shape(Broadcast.Shape(call[0].Shape, call[1].Shape), call[2].Shape);
        double[] condition = Broadcast.Stretch(call[0], shape);
        double[] yes = Broadcast.Stretch(call[1], shape), no = Broadcast.Stretch(call[2], shape);
        return [new(shape, call[1].Kind, [.. condition.Select((value, i) => value != 0 ? yes[i] : no[i])])];
    }

    private static Tensor[] Cast(NodeCall call)
    {
        var type = (global::Onnx.TensorProto.Types.DataType)call.Node.Integer("to", 1);
        Tensor input = call[0];
        return type switch
        {
            global::Onnx.TensorProto.Types.DataType.Bool =>
                [new(input.Shape, TensorKind.Boolean, Array.ConvertAll(input.Values, value => value != 0 ? 1.0 : 0))],
            global::Onnx.TensorProto.Types.DataType.Float or global::Onnx.TensorProto.Types.DataType.Double
                or global::Onnx.TensorProto.Types.DataType.Float16 or global::Onnx.TensorProto.Types.DataType.Bfloat16 =>
                [new(input.Shape, TensorKind.Float, input.Values)],
            global::Onnx.TensorProto.Types.DataType.String => throw new UnsupportedException("text is no number"),
            _ => [new(input.Shape, TensorKind.Integer, Array.ConvertAll(input.Values, Math.Truncate))],
        };
    }
}
