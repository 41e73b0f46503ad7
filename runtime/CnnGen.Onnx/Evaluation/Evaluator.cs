using CnnGen.Onnx.Reading;

namespace CnnGen.Onnx.Evaluation;

/// <summary>What operators compute, in double precision: plainly, so that it can be trusted, and slowly.</summary>
internal static class Evaluator
{
    private static readonly Dictionary<string, Func<NodeCall, Tensor[]>> Operators = new[]
    {
        ElementwiseOps.All, ShapeOps.All, ReduceOps.All, WindowOps.All, NormOps.All, MatrixOps.All, ResizeOps.All,
    }.SelectMany(family => family).ToDictionary(StringComparer.Ordinal);

    /// <summary>The outputs of a node.</summary>
    /// <exception cref="UnsupportedException">The operator is not known, or its inputs do not fit.</exception>
    public static Tensor[] Run(NodeCall call)
    {
        if (!Operators.TryGetValue(call.Node.Operator, out Func<NodeCall, Tensor[]>? function))
        {
            throw new UnsupportedException("the reference evaluator does not know this operator");
        }

        try
        {
            return function(call);
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentException or OverflowException
            or DivideByZeroException or InvalidOperationException or AggregateException)
        {
            throw new UnsupportedException($"its inputs {Shapes(call)} do not fit: {exception.Message}");
        }
    }

    /// <summary>Every value of a graph, by name.</summary>
    /// <exception cref="InvalidDataException">A node cannot be computed.</exception>
    public static IReadOnlyDictionary<string, Tensor> Run(OnnxGraph graph, IReadOnlyDictionary<string, Tensor> inputs)
    {
        var values = new Dictionary<string, Tensor>(graph.Constants, StringComparer.Ordinal);
        foreach ((string name, Tensor tensor) in inputs)
        {
            values[name] = tensor;
        }

        foreach (OnnxNode node in graph.Nodes)
        {
            var call = new NodeCall(node, graph.Opset, [.. node.Inputs.Select(name => name.Length == 0 ? null : values[name])]);
            try
            {
                Tensor[] results = Run(call);
                for (int i = 0; i < Math.Min(results.Length, node.Outputs.Count); i++)
                {
                    values[node.Outputs[i]] = results[i];
                }
            }
            catch (UnsupportedException exception)
            {
                throw new InvalidDataException(
                    new ImportProblem(node.Name, node.Operator, exception.Message, graph.Opset).ToString(), exception);
            }
        }

        return values;
    }

    private static string Shapes(NodeCall call) =>
        string.Join(", ", call.Inputs.Select(input => input is null ? "(none)" : Dims.Text(input.Shape)));
}
