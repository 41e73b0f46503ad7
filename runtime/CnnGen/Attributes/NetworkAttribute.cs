namespace CnnGen;

/// <summary>Compiles the partial class below it from its <see cref="InputAttribute"/> and its layers.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>Whether the backward pass is emitted as well; true by default.</summary>
    public bool Training { get; set; } = true;

    /// <summary>
    /// Whether a Mermaid graph of the layers is emitted beside the code, as a comment; false by default. The project's property
    /// <c>CnnGenDiagram</c> does so for all networks, and the build then writes each to a file <c>Name.mmd</c>, into the folder of the
    /// project or of the property <c>CnnGenDiagramPath</c>; where only that folder is set, the networks with this argument are written.
    /// </summary>
    public bool Diagram { get; set; }

    /// <summary>
    /// What becomes of rows that a stride does not reach, for layers that do not say so themselves; <see cref="CnnGen.Rounding.Exact"/> by
    /// default.
    /// </summary>
    public Rounding Rounding { get; set; }

    /// <summary>How convolutions are computed that do not say so themselves; the fastest way by default.</summary>
    public ConvAlgorithm Algorithm { get; set; }

    /// <summary>The most trainable parameters the build accepts; 0 (the default) sets no limit.</summary>
    public long MaxParameters { get; set; }

    /// <summary>The most multiply-adds of one sample the build accepts; 0 (the default) sets no limit.</summary>
    public long MaxMultiplyAdds { get; set; }

    /// <summary>The largest working memory of <c>Predict</c>, in bytes, the build accepts; 0 (the default) sets no limit.</summary>
    public long MaxArenaBytes { get; set; }

    /// <summary>
    /// The most memory, in bytes, that the build accepts for each sample of a batch in training; 0 (the default) sets no limit. Counted are
    /// the sample's tensors and their gradients, its input and its output.
    /// </summary>
    public long MaxTrainingBytes { get; set; }
}
