using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>
/// The weights of a 3×3 convolution for Winograd F(4×4, 3×3): U = G·g·Gᵀ for every pair of channels. Reads one block of panels
/// <c>[panel][9 taps][input][lane]</c>, writes <c>[36][panel][input][lane]</c>.
/// </summary>
/// <param name="Inputs">Rows of lanes per tap that count.</param>
/// <param name="InStride">Rows of lanes per tap.</param>
/// <param name="Outputs">Output channels.</param>
/// <param name="Lanes">Floats of a vector.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WinogradWeights(int Inputs, int InStride, int Outputs, int Lanes)
{
    private const int Side = 6;

    private readonly int[] _widths = Panels.Widths(Outputs, Lanes);
    private readonly int _lanes = Panels.RoundUp(Outputs);

    /// <summary>Elements of the result.</summary>
    public int Length => Side * Side * Inputs * _lanes;

    /// <summary>Transforms all weights.</summary>
    public void Apply(ref float packed, ref float transformed) => Apply(ref packed, ref transformed, ref Unsafe.NullRef<float>());

    /// <summary>Transforms all weights, those of each output multiplied by its <paramref name="scale"/>, which may be null.</summary>
    public void Apply(ref float packed, ref float transformed, ref float scale)
    {
        var work = new Transformation(this, ref packed, ref transformed, ref scale);
        if (Lanes < Panels.Block)
        {
            Octets.RunHalves(ref work);
        }
        else
        {
            Octets.Run(ref work);
        }
    }

    private void Apply<W, T>(ref float packed, ref float transformed, ref float scale)
        where W : struct, IVectors<T>
        where T : struct
    {
        int first = 0;
        foreach (int width in _widths)
        {
            ref float from = ref Unsafe.Add(ref packed, (nint)first * 9 * InStride);
            ref float to = ref Unsafe.Add(ref transformed, (nint)first * Inputs);
            ref float factor = ref Unsafe.IsNullRef(ref scale) ? ref scale : ref Unsafe.Add(ref scale, first);
            Panel<W, T>(ref from, ref to, ref factor, width);
            first += width;
        }
    }

    /// <summary>All outputs and inputs of a panel, as many outputs at a time as a vector holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Panel<W, T>(ref float from, ref float to, ref float scale, int width)
        where W : struct, IVectors<T>
        where T : struct
    {
        nint matrix = (nint)Inputs * _lanes;
        for (int lane = 0; lane < width; lane += W.Count)
        {
            T factor = Unsafe.IsNullRef(ref scale) ? W.One : W.LoadUnsafe(ref scale, (nuint)lane);
            for (int input = 0; input < Inputs; input++)
            {
                ref float g = ref Unsafe.Add(ref from, input * width + lane);
                Transform<W, T>(ref g, InStride * width, ref Unsafe.Add(ref to, input * width + lane), matrix, factor);
            }
        }
    }

    /// <summary>A vector of outputs of one input: nine vectors become 36.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transform<W, T>(ref float g, nint tap, ref float u, nint matrix, T factor)
        where W : struct, IVectors<T>
        where T : struct
    {
        Columns<T> columns = default;
        for (int j = 0; j < 3; j++)
        {
            T g0 = W.Multiply(W.LoadUnsafe(ref Unsafe.Add(ref g, j * tap)), factor);
            T g1 = W.Multiply(W.LoadUnsafe(ref Unsafe.Add(ref g, (3 + j) * tap)), factor);
            T g2 = W.Multiply(W.LoadUnsafe(ref Unsafe.Add(ref g, (6 + j) * tap)), factor);
            for (int i = 0; i < Side; i++)
            {
                columns[i * 3 + j] = Row<W, T>(i, g0, g1, g2);
            }
        }

        for (int i = 0; i < Side; i++)
        {
            for (int j = 0; j < Side; j++)
            {
                T value = Row<W, T>(j, columns[i * 3], columns[i * 3 + 1], columns[i * 3 + 2]);
                W.StoreUnsafe(value, ref Unsafe.Add(ref u, (i * Side + j) * matrix));
            }
        }
    }

    /// <summary>Row <paramref name="row"/> of G times a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Row<W, T>(int row, T g0, T g1, T g2)
        where W : struct, IVectors<T>
        where T : struct
    {
        return row switch
        {
            0 => Scaled(g0, 1f / 4),
            1 => Scaled(W.Add(W.Add(g0, g1), g2), -1f / 6),
            2 => Scaled(W.Add(W.Subtract(g0, g1), g2), -1f / 6),
            3 => W.Add(W.Add(Scaled(g0, 1f / 24), Scaled(g1, 1f / 12)), Scaled(g2, 1f / 6)),
            4 => W.Add(W.Subtract(Scaled(g0, 1f / 24), Scaled(g1, 1f / 12)), Scaled(g2, 1f / 6)),
            _ => g2,
        };

        static T Scaled(T vector, float factor) => W.Multiply(vector, W.Create(factor));
    }

    private readonly ref struct Transformation(WinogradWeights weights, ref float packed, ref float transformed, ref float scale)
        : IOctetWork
    {
        private readonly ref float _packed = ref packed;
        private readonly ref float _transformed = ref transformed;
        private readonly ref float _scale = ref scale;

        public void Run<W, T>()
            where W : struct, IVectors<T>
            where T : struct => weights.Apply<W, T>(ref _packed, ref _transformed, ref _scale);
    }

    [InlineArray(Side * 3)]
    private struct Columns<T>
        where T : struct
    {
        private T _first;
    }
}
