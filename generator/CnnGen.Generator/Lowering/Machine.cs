namespace CnnGen.Generator.Lowering;

/// <summary>
/// What kernels take a machine to be: the least that those have on which they are fast. How long a vector is, the runtime finds; registers
/// are counted in vectors, memory in floats.
/// </summary>
internal static class Machine
{
    /// <summary>The lanes of the narrowest and the widest vectors that the runtime has.</summary>
    public const int FewestLanes = 4, MostLanes = 16;

    /// <summary>Registers of vectors.</summary>
    public const int Registers = 16;

    /// <summary>A line of any cache.</summary>
    public const int CacheLine = 64 / sizeof(float);

    /// <summary>What of the first-level cache a kernel may fill with what it reads again and again.</summary>
    public const int FirstLevelCache = 24 * 1024 / sizeof(float);

    /// <summary>What of the second-level cache a kernel may fill.</summary>
    public const int SecondLevelCache = 512 * 1024 / sizeof(float);

    /// <summary>Multiply-adds of a matrix product that are worth sharing among threads.</summary>
    public const long WorthSplitting = 1_000_000;

    /// <summary>Pieces into which the rows of an image are cut, so that any number of threads finds enough to share.</summary>
    public const int MostRowBlocks = 16;

    /// <summary>
    /// Rows of a register tile that is some vectors wide: a sum for each row and vector, one element, and the vectors that it is
    /// multiplied by.
    /// </summary>
    public static int TileRows(int vectors) => SumsBeside(1 + vectors) / vectors;

    /// <summary>The same where every row has an address of its own, which needs a register, too.</summary>
    public static int TileRowsAnywhere(int vectors) => Math.Min(TileRows(vectors), vectors == 1 ? 8 : 4);

    /// <summary>Sums that stay in registers beside other vectors.</summary>
    public static int SumsBeside(int others) => Registers - others;
}
