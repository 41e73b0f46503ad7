// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Model;
#else
namespace CnnGen;
#endif

/// <summary>How convolutions are computed.</summary>
public enum ConvAlgorithm
{
    /// <summary>
    /// The fastest way: many 3×3 convolutions by Winograd's method, which adds and subtracts pixels of a 6×6 neighbourhood. An output
    /// of a 4×4 tile is then as exact as the largest value near it allows: about 10⁻⁶ of that value, even where its own window does
    /// not reach. Infinities, NaN and values from 10²⁰ on stay within the windows that see them.
    /// </summary>
    Auto,

    /// <summary>
    /// Sums of products alone: an output depends on nothing but its window, whatever stands beside it. For images with large finite
    /// marks, such as −9999 or 10³⁰ where data are missing.
    /// </summary>
    Direct,
}
