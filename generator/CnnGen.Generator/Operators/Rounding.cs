namespace CnnGen.Generator.Operators;

/// <summary>What becomes of rows that the last stride does not reach. The values are those of the attribute's enum.</summary>
internal enum Rounding
{
    Exact,
    Floor,
    Ceil,
}
