// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Model;
#else
namespace CnnGen;
#endif

/// <summary>How <see cref="UpsampleAttribute"/> makes the pixels between pixels.</summary>
public enum UpsampleMode
{
    /// <summary>Each pixel becomes a square of equal ones.</summary>
    Nearest,

    /// <summary>Linearly in both axes.</summary>
    Bilinear,
}
