namespace CnnGen;

/// <summary>Reads C×H×W as one vector of C·H·W features, channel after channel.</summary>
public sealed class FlattenAttribute : LayerAttribute;
