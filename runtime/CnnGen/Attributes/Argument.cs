namespace CnnGen;

/// <summary>
/// What <c>Apply</c> passes to a block: <c>[Apply&lt;T&gt;(64, 1)]</c> makes <see cref="First"/> 64 and <see cref="Second"/> 1 in the
/// attributes of <c>T</c>. They may stand in every integer argument there, also behind constants of any class, in expressions of
/// <c>+ − * / %</c> with numbers, with each other and with <see cref="Graph.Channels"/>. The compiler evaluates the expression as it is
/// written; the numbers here only mark the place and mean nothing.
/// </summary>
public static class Argument
{
    /// <summary>The first number that <c>Apply</c> passes.</summary>
    public const int First = 601;

    /// <summary>The second number.</summary>
    public const int Second = 607;

    /// <summary>The third number.</summary>
    public const int Third = 613;

    /// <summary>The fourth number.</summary>
    public const int Fourth = 617;

    /// <summary>The fifth number.</summary>
    public const int Fifth = 619;

    /// <summary>The sixth number.</summary>
    public const int Sixth = 631;

    /// <summary>The seventh number.</summary>
    public const int Seventh = 641;

    /// <summary>The eighth number.</summary>
    public const int Eighth = 643;
}
