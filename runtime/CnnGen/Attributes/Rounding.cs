// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Model;
#else
namespace CnnGen;
#endif

/// <summary>What becomes of rows and columns that the last stride does not reach.</summary>
public enum Rounding
{
    /// <summary>Leaving real input unread is an error.</summary>
    Exact,

    /// <summary>They are left out, as PyTorch does by default.</summary>
    Floor,

    /// <summary>
    /// One more window covers them (PyTorch's <c>ceil_mode</c>); it must start inside the input or the padding before it.
    /// </summary>
    Ceil,
}
