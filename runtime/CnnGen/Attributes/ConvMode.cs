// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Model;
#else
namespace CnnGen;
#endif

/// <summary>Which way round a convolution's kernel is applied.</summary>
public enum ConvMode
{
    /// <summary>y[i] = Σ w[k] · x[i + k], as in PyTorch.</summary>
    CrossCorrelation,

    /// <summary>The kernel flipped in both axes: y[i] = Σ w[K − 1 − k] · x[i + k].</summary>
    Convolution,
}
