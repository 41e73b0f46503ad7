namespace CnnGen.Generator.Operators;

/// <summary>How pixels between pixels are made. The values are those of the attribute's enum.</summary>
internal enum UpsampleMode
{
    Nearest,
    Bilinear,
}

/// <summary>Height and width times <c>Scale</c>.</summary>
internal sealed record Upsample(int Scale, UpsampleMode Mode, bool AlignCorners) : Operator;
