namespace CnnGen.Generator.Operators;

/// <summary>How convolutions are computed. The values are those of the attribute's enum.</summary>
internal enum ConvAlgorithm
{
    Auto,
    Direct,
}
