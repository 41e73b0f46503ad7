namespace CnnGen;

/// <summary>y = W·x + b on a vector. Parameters: <c>weight</c> [out, in] and <c>bias</c> [out].</summary>
/// <param name="outFeatures">
/// Features of the output, at least 1 (CNN101). PyTorch's <c>out_features</c>; those of the input follow from what is read.
/// </param>
/// <remarks>
/// A vector of any length becomes one of outFeatures; behind C×H×W put <c>[Flatten]</c> (CNN209). In PyTorch:
/// <c>torch.nn.Linear(in_features, out_features, bias)</c>.
/// </remarks>
public sealed class LinearAttribute(int outFeatures) : LayerAttribute
{
    /// <summary>Features of the output.</summary>
    public int OutFeatures { get; } = outFeatures;

    /// <summary>
    /// Whether a bias is added; true by default. PyTorch's <c>bias</c>. Before a batch normalisation it has no effect (CNN214).
    /// </summary>
    public bool Bias { get; set; } = true;
}
