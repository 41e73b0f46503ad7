namespace CnnGen.Onnx;

/// <summary>Why a model, or a node of it, cannot become a network.</summary>
/// <param name="Node">The node's name, or that of its first output; empty where the model as a whole is meant.</param>
/// <param name="Operator">The node's operator.</param>
/// <param name="Reason">What was expected and what was found.</param>
/// <param name="Opset">The model's operator set.</param>
public sealed record ImportProblem(string Node, string Operator, string Reason, int Opset)
{
    /// <summary>One line.</summary>
    public override string ToString() => Node.Length == 0 ? Reason : $"node '{Node}' ({Operator}, opset {Opset}): {Reason}";
}
