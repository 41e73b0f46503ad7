namespace CnnGen.Generator.Specs.Expressions;

/// <summary>The constants of the library that stand for numbers known only where a block is applied, by index.</summary>
internal static class Placeholders
{
    /// <summary>The index of <c>Argument.First</c> is 0; this is the first that is no argument.</summary>
    public const int Arguments = 8;

    public const int Channels = 8;
    public const int InputChannels = 9;

    private static readonly string[] All =
    [
        "Argument.First", "Argument.Second", "Argument.Third", "Argument.Fourth", "Argument.Fifth", "Argument.Sixth", "Argument.Seventh",
        "Argument.Eighth", "Graph.Channels", "Graph.InputChannels",
    ];

    /// <summary>
    /// What the constants' values are for C#: primes, so that no number that one would choose for a layer is a multiple of one; large
    /// enough to divide by, and small enough for products of three.
    /// </summary>
    private static readonly int[] Values = [601, 607, 613, 617, 619, 631, 641, 643, 653, 659];

    public static int Count => All.Length;

    public static string Name(int index) => All[index];

    public static int Value(int index) => Values[index];

    /// <summary>The index of what is called so, or -1.</summary>
    public static int IndexOf(string name) => Array.IndexOf(All, name);

    /// <summary>The index of what has this value, or -1.</summary>
    public static int IndexOf(int value) => Array.IndexOf(Values, value);

    /// <summary>Whether a number, whose expression cannot be seen, may have been made from one of the constants.</summary>
    public static bool MayMake(int number) => number != 0 && Values.Any(value => number % value == 0);
}
