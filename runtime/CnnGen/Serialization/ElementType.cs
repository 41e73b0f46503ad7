// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Weights;
#else
namespace CnnGen.Runtime;
#endif

/// <summary>A data type of the safetensors format.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Size">Bytes of an element.</param>
/// <param name="IsFloat">Whether its elements are numbers that convert to floats.</param>
internal sealed record ElementType(string Name, int Size, bool IsFloat = false)
{
    /// <summary>IEEE 754's half precision.</summary>
    public const string Half = "F16";

    /// <summary>The upper half of a float.</summary>
    public const string Brain = "BF16";

    private static readonly ElementType[] All =
    [
        new(SafetensorsHeader.Float32, 4, IsFloat: true), new(Half, 2, IsFloat: true), new(Brain, 2, IsFloat: true),
        new("F64", 8, IsFloat: true),
        new("I64", 8), new("U64", 8), new("C64", 8), new("I32", 4), new("U32", 4), new("I16", 2), new("U16", 2),
        new("F8_E4M3", 1), new("F8_E5M2", 1), new("I8", 1), new("U8", 1), new("BOOL", 1),
    ];

    /// <summary>Null for a name that is none of the format's.</summary>
    public static ElementType? Find(string name) => Array.Find(All, type => type.Name == name);
}
