namespace CnnGen;

/// <summary>Reads C×H×W as one vector of C·H·W features, channel after channel.</summary>
/// <remarks>In PyTorch: <c>torch.nn.Flatten()</c>. A Linear behind C×H×W needs it (CNN209).</remarks>
public sealed class FlattenAttribute : LayerAttribute;
