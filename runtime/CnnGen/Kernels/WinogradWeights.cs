using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>
/// The weights of a 3×3 convolution for Winograd F(4×4, 3×3): U = G·g·Gᵀ for every pair of channels. Reads one block of panels
/// <c>[panel][9 taps][input][lane]</c>, writes <c>[36][panel][input][lane]</c>.
/// </summary>
/// <param name="Inputs">Rows of lanes per tap that count.</param>
/// <param name="InStride">Rows of lanes per tap.</param>
/// <param name="Widths">Lanes of each panel.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WinogradWeights(int Inputs, int InStride, int[] Widths)
{
    private const int Side = 6;

    private readonly int _lanes = Widths.Sum();

    /// <summary>Elements of the result.</summary>
    public int Length => Side * Side * Inputs * _lanes;

    /// <summary>Transforms all weights.</summary>
    public void Apply(ref float packed, ref float transformed) => Apply(ref packed, ref transformed, ref Unsafe.NullRef<float>());

    /// <summary>Transforms all weights, those of each output multiplied by its <paramref name="scale"/>, which may be null.</summary>
    public void Apply(ref float packed, ref float transformed, ref float scale)
    {
        int first = 0;
        foreach (int width in Widths)
        {
            for (int lane = 0; lane < width; lane += 8)
            {
                Vector256<float> factor = Unsafe.IsNullRef(ref scale)
                    ? Vector256<float>.One
                    : Vector256.LoadUnsafe(ref scale, (nuint)(first + lane));
                ref float from = ref Unsafe.Add(ref packed, (nint)first * 9 * InStride + lane);
                ref float to = ref Unsafe.Add(ref transformed, (nint)first * Inputs + lane);
                for (int input = 0; input < Inputs; input++)
                {
                    Transform(ref Unsafe.Add(ref from, input * width), InStride * width, ref Unsafe.Add(ref to, input * width), factor);
                }
            }

            first += width;
        }
    }

    /// <summary>Eight outputs of one input: nine vectors become 36.</summary>
    private void Transform(ref float g, nint tap, ref float u, Vector256<float> factor)
    {
        Columns columns = default;
        for (int j = 0; j < 3; j++)
        {
            Vector256<float> g0 = Vector256.LoadUnsafe(ref Unsafe.Add(ref g, j * tap)) * factor;
            Vector256<float> g1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref g, (3 + j) * tap)) * factor;
            Vector256<float> g2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref g, (6 + j) * tap)) * factor;
            for (int i = 0; i < Side; i++)
            {
                columns[i * 3 + j] = Row(i, g0, g1, g2);
            }
        }

        nint matrix = (nint)Inputs * _lanes;
        for (int i = 0; i < Side; i++)
        {
            for (int j = 0; j < Side; j++)
            {
                Row(j, columns[i * 3], columns[i * 3 + 1], columns[i * 3 + 2]).StoreUnsafe(ref Unsafe.Add(ref u, (i * Side + j) * matrix));
            }
        }
    }

    /// <summary>Row <paramref name="row"/> of G times a column.</summary>
    private static Vector256<float> Row(int row, Vector256<float> g0, Vector256<float> g1, Vector256<float> g2) => row switch
    {
        0 => g0 * 0.25f,
        1 => (g0 + g1 + g2) * (-1f / 6),
        2 => (g0 - g1 + g2) * (-1f / 6),
        3 => g0 * (1f / 24) + g1 * (1f / 12) + g2 * (1f / 6),
        4 => g0 * (1f / 24) - g1 * (1f / 12) + g2 * (1f / 6),
        _ => g2,
    };

    [InlineArray(Side * 3)]
    private struct Columns
    {
        private Vector256<float> _first;
    }
}

/// <summary>Weights of a convolution that are transformed before a pass, or for inference.</summary>
/// <param name="Packed">Where the packed weights begin.</param>
/// <param name="To">Where the result begins.</param>
/// <param name="Weights">The transformation.</param>
/// <param name="Scale">Inference: where the factors of a batch normalisation lie among the folded weights; −1: there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WinogradFold(int Packed, int To, WinogradWeights Weights, int Scale = -1);
