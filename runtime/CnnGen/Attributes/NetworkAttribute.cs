namespace CnnGen;

/// <summary>Compiles the partial class below it from its <see cref="InputAttribute"/> and its layers.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>Whether the backward pass is emitted as well; true by default.</summary>
    public bool Training { get; set; } = true;

    /// <summary>What becomes of rows that a stride does not reach, for layers that do not say so themselves.</summary>
    public Rounding Rounding { get; set; }

    /// <summary>How convolutions are computed that do not say so themselves; the fastest way by default.</summary>
    public ConvAlgorithm Algorithm { get; set; }

    /// <summary>The most trainable parameters the build accepts; 0 (the default) sets no limit.</summary>
    public long MaxParameters { get; set; }

    /// <summary>The most multiply-adds of one sample the build accepts; 0 (the default) sets no limit.</summary>
    public long MaxMultiplyAdds { get; set; }

    /// <summary>The largest working memory of <c>Predict</c>, in bytes, the build accepts; 0 (the default) sets no limit.</summary>
    public long MaxArenaBytes { get; set; }
}
