namespace CnnGen.Formats;

/// <summary>The type of a tensor's elements, named as in safetensors files.</summary>
public enum DataType
{
    /// <summary>Single precision.</summary>
    F32,

    /// <summary>IEEE 754's half precision.</summary>
    F16,

    /// <summary>Bfloat16: the upper half of a single.</summary>
    BF16,

    /// <summary>Double precision.</summary>
    F64,

    /// <summary>Signed, 8 bits.</summary>
    I8,

    /// <summary>Signed, 16 bits.</summary>
    I16,

    /// <summary>Signed, 32 bits.</summary>
    I32,

    /// <summary>Signed, 64 bits.</summary>
    I64,

    /// <summary>Unsigned, 8 bits.</summary>
    U8,

    /// <summary>Unsigned, 16 bits.</summary>
    U16,

    /// <summary>Unsigned, 32 bits.</summary>
    U32,

    /// <summary>Unsigned, 64 bits.</summary>
    U64,

    /// <summary>A byte that is 0 or 1.</summary>
    Bool,
}
