namespace CnnGen.Onnx.Translation;

/// <summary>Biases of convolutions and linear layers.</summary>
internal static class Biases
{
    private const string Missing = "false";

    /// <summary>The bias that a node has as an input, or none.</summary>
    public static Layer Bias(this Layer layer, NodeScope scope, int input, int outputs)
    {
        if (!scope.Node.HasInput(input))
        {
            return layer.Named("Bias", Missing);
        }

        Tensor bias = scope.Weight(input);
        return bias.Length == outputs
            ? layer.Parameter("bias", [outputs], bias.Reshape([outputs]))
            : throw new UnsupportedException($"expected {outputs} biases, found {Dims.Text(bias.Shape)}");
    }

    /// <summary>Whether a constant that is added to a layer's output may become its bias.</summary>
    public static bool IsMissing(Layer layer) => layer.Arguments.Any(argument => argument is { Name: "Bias", Text: Missing });

    public static void Give(Layer layer, Tensor bias)
    {
        layer.Arguments.RemoveAll(argument => argument.Name == "Bias");
        layer.Parameter("bias", [bias.Length], bias);
    }
}
