namespace CnnGen.Generator.Operators;

/// <summary>What a convolution reads outside its input. The values are those of the attribute's enum.</summary>
internal enum PaddingMode
{
    Zeros,
    Reflect,
    Replicate,
    Circular,
}
