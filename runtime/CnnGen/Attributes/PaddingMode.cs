// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Model;
#else
namespace CnnGen;
#endif

/// <summary>What a window reads outside its input.</summary>
public enum PaddingMode
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The input mirrored at its border element: c b | a b c | b a.</summary>
    Reflect,

    /// <summary>The border element: a a | a b c | c c.</summary>
    Replicate,

    /// <summary>The input from its other end: b c | a b c | a b.</summary>
    Circular,
}
