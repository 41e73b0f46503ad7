// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Model;
#else
namespace CnnGen;
#endif

/// <summary>Which of several equal extremes of a pooling window gets the gradient.</summary>
public enum Ties
{
    /// <summary>The first in reading order, as in PyTorch.</summary>
    First,

    /// <summary>All of them, in equal parts.</summary>
    Split,
}
