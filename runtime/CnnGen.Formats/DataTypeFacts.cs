using CnnGen.Runtime;

namespace CnnGen.Formats;

/// <summary>What each format calls a type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Size">Bytes of an element.</param>
/// <param name="Safetensors">Its name in a safetensors header.</param>
/// <param name="Numpy">Kind and size in an npy header; null if NumPy has no such type.</param>
/// <param name="Torch">PyTorch's class of storages without the word; null if PyTorch 1 has none.</param>
internal sealed record DataTypeFacts(DataType Type, int Size, string Safetensors, string? Numpy, string? Torch)
{
    private static readonly DataTypeFacts[] All =
    [
        new(DataType.F32, 4, "F32", "f4", "Float"),
        new(DataType.F16, 2, "F16", "f2", "Half"),
        new(DataType.BF16, 2, "BF16", null, "BFloat16"),
        new(DataType.F64, 8, "F64", "f8", "Double"),
        new(DataType.I8, 1, "I8", "i1", "Char"),
        new(DataType.I16, 2, "I16", "i2", "Short"),
        new(DataType.I32, 4, "I32", "i4", "Int"),
        new(DataType.I64, 8, "I64", "i8", "Long"),
        new(DataType.U8, 1, "U8", "u1", "Byte"),
        new(DataType.U16, 2, "U16", "u2", null),
        new(DataType.U32, 4, "U32", "u4", null),
        new(DataType.U64, 8, "U64", "u8", null),
        new(DataType.Bool, 1, "BOOL", "b1", "Bool"),
    ];

    /// <summary>Whether elements are floating-point numbers.</summary>
    public bool IsFloat => Type is DataType.F32 or DataType.F16 or DataType.BF16 or DataType.F64;

    /// <summary>The type that the runtime knows by the same name.</summary>
    public ElementType Element { get; } = ElementType.Find(Safetensors)!;

    public static DataTypeFacts Of(DataType type) => All[(int)type];

    public static DataTypeFacts? FromSafetensors(string name) => Array.Find(All, facts => facts.Safetensors == name);

    public static DataTypeFacts? FromNumpy(string name) => Array.Find(All, facts => facts.Numpy == name);

    public static DataTypeFacts? FromTorch(string name) => Array.Find(All, facts => facts.Torch == name);
}
