// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Model;
#else
namespace CnnGen;
#endif

/// <summary>How <see cref="GELUAttribute"/> computes the normal distribution.</summary>
public enum GeluApproximation
{
    /// <summary>x · Φ(x) by the error function.</summary>
    None,

    /// <summary>0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))).</summary>
    Tanh,
}
