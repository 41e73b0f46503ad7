namespace CnnGen.Runtime.Tests;

/// <summary>Functions of vectors as functions of numbers.</summary>
internal static class Lane<W, T>
    where W : struct, IVectors<T>
    where T : struct
{
    /// <summary>The last lane.</summary>
    public static float Last(T vector) => ToArray(vector)[^1];

    /// <summary>What the last lane gets of a number.</summary>
    public static float Apply(Func<T, T> function, float x) => Last(function(W.Create(x)));

    /// <summary>What the last lane gets of two numbers.</summary>
    public static float Apply(Func<T, T, T> function, float a, float b) => Last(function(W.Create(a), W.Create(b)));

    /// <summary>All lanes.</summary>
    public static float[] ToArray(T vector)
    {
        float[] lanes = new float[W.Count];
        W.StoreUnsafe(vector, ref lanes[0]);
        return lanes;
    }
}
