using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>
/// A 3×3 convolution pixel by pixel from the weights that <see cref="WinogradWeights"/> transformed, for tiles where Winograd's sums
/// over 6×6 pixels would carry an infinity, NaN or huge value into outputs that do not see it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WinogradDirect
{
    private const int TileSide = 6, Taps = 3;

    /// <summary>Transformed values are at most a hundred times their inputs, and their squares overflow at 1.8·10¹⁹.</summary>
    private const float Huge = 1e17f;

    /// <summary>Whether all 6×6 pixels of a tile are finite and not huge.</summary>
    [CLSCompliant(false)]
    public static bool IsTame<W, T>(ref float x, int row, int column, int lanes)
        where W : struct, IVectors<T>
        where T : struct
    {
        T isTame = W.AllBitsSet, huge = W.Create(Huge);
        for (int i = 0; i < TileSide * TileSide; i++)
        {
            ref float pixel = ref Unsafe.Add(ref x, i / TileSide * row + i % TileSide * column);
            for (int c = 0; c < lanes; c += W.Count)
            {
                isTame = W.BitwiseAnd(isTame, W.LessThan(W.Abs(W.LoadUnsafe(ref pixel, (nuint)c)), huge));
            }
        }

        return IsSet<W, T>(isTame);
    }

    /// <summary>Whether a pixel sees NaN, so that all its outputs are NaN.</summary>
    [CLSCompliant(false)]
    public static bool SeesNaN<W, T>(ref float x, int row, int column, int lanes)
        where W : struct, IVectors<T>
        where T : struct
    {
        T isNumber = W.AllBitsSet;
        for (int i = 0; i < Taps * Taps; i++)
        {
            ref float pixel = ref Unsafe.Add(ref x, i / Taps * row + i % Taps * column);
            for (int c = 0; c < lanes; c += W.Count)
            {
                T value = W.LoadUnsafe(ref pixel, (nuint)c);
                isNumber = W.BitwiseAnd(isNumber, W.Equals(value, value));
            }
        }

        return !IsSet<W, T>(isNumber);
    }

    /// <summary>A vector of outputs of one pixel.</summary>
    /// <param name="x">What the first tap reads.</param>
    /// <param name="w">The transformed weights of these outputs and the first input.</param>
    /// <param name="row">Distance of rows of x.</param>
    /// <param name="column">Distance of columns of x.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="width">Distance of the weights of two inputs: the lanes of their panel.</param>
    /// <param name="matrix">Distance of the 36 matrices of weights.</param>
    [CLSCompliant(false)]
    public static T Sum<W, T>(ref float x, ref float w, int row, int column, int inputs, int width, nint matrix)
        where W : struct, IVectors<T>
        where T : struct
    {
        T sum = W.Zero;
        for (int input = 0; input < inputs; input++)
        {
            ref float u = ref Unsafe.Add(ref w, (nint)input * width);
            for (int j = 0; j < Taps; j++)
            {
                ref float top = ref Unsafe.Add(ref x, j * column + input);
                T first = Tap<W, T>(ref u, matrix, j, 0), second = Tap<W, T>(ref u, matrix, j, 1), last = Tap<W, T>(ref u, matrix, j, 2);
                sum = W.MultiplyAdd(W.Create(top), first, sum);
                sum = W.MultiplyAdd(W.Create(Unsafe.Add(ref top, row)), second, sum);
                sum = W.MultiplyAdd(W.Create(Unsafe.Add(ref top, 2 * row)), last, sum);
            }
        }

        return sum;
    }

    /// <summary>Whether a mask selects every lane.</summary>
    private static bool IsSet<W, T>(T mask)
        where W : struct, IVectors<T>
        where T : struct => W.EqualsAll(W.BitwiseAnd(mask, W.One), W.One);

    /// <summary>The weight in row i, column j of the 3×3 taps; a tap that was zero in all its row or column is zero again.</summary>
    private static T Tap<W, T>(ref float u, nint matrix, int j, int i)
        where W : struct, IVectors<T>
        where T : struct
    {
        return i switch
        {
            0 => W.Multiply(Column<W, T>(ref Row(ref u, matrix, 0), matrix, j), W.Create(4f)),
            1 => W.Multiply(
                W.Subtract(Column<W, T>(ref Row(ref u, matrix, 2), matrix, j), Column<W, T>(ref Row(ref u, matrix, 1), matrix, j)),
                W.Create(3f)),
            _ => Column<W, T>(ref Row(ref u, matrix, 5), matrix, j),
        };
    }

    private static ref float Row(ref float u, nint matrix, int i) => ref Unsafe.Add(ref u, i * TileSide * matrix);

    /// <summary>G undone: its first row is g₀ / 4, the difference of the third and the second g₁ / 3, the last g₂.</summary>
    private static T Column<W, T>(ref float u, nint matrix, int j)
        where W : struct, IVectors<T>
        where T : struct => j switch
        {
            0 => W.Multiply(W.LoadUnsafe(ref u), W.Create(4f)),
            1 => W.Multiply(
                W.Subtract(W.LoadUnsafe(ref Unsafe.Add(ref u, 2 * matrix)), W.LoadUnsafe(ref Unsafe.Add(ref u, matrix))), W.Create(3f)),
            _ => W.LoadUnsafe(ref Unsafe.Add(ref u, 5 * matrix)),
        };
}
