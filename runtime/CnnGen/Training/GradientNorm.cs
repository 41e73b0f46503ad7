using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>
/// The Euclidean norm of all gradients. Squares are summed up in double precision, block by block and in vectors of one width, and the
/// blocks in order: so the norm depends neither on threads nor on the machine's vectors.
/// </summary>
internal sealed class GradientNorm(TrainingPass pass, ThreadTeam team) : ParallelWork
{
    private readonly double[] _blocks = new double[Blocks.Count(pass.PackedGradients.Length)];

    /// <summary>The norm of the gradients as they are now.</summary>
    public double Compute()
    {
        team.Run(this, step: 0, _blocks.Length);
        double sum = 0;
        foreach (double block in _blocks)
        {
            sum += block;
        }

        return Math.Sqrt(sum);
    }

    /// <inheritdoc/>
    public override void Run(int step, int begin, int end)
    {
        for (int block = begin; block < end; block++)
        {
            (int start, int length) = Blocks.Range(block, block + 1, pass.PackedGradients.Length);
            _blocks[block] = SumOfSquares(pass.PackedGradients.Slice(start, length));
        }
    }

    private static double SumOfSquares(ReadOnlySpan<float> values)
    {
        Vector128<double> low = default;
        Vector128<double> high = default;
        int vectors = values.Length / Vector128<float>.Count;
        foreach (Vector128<float> vector in MemoryMarshal.Cast<float, Vector128<float>>(values[..(vectors * Vector128<float>.Count)]))
        {
            (Vector128<double> first, Vector128<double> second) = Vector128.Widen(vector);
            low += first * first;
            high += second * second;
        }

        double sum = Vector128.Sum(low + high);
        foreach (float value in values[(vectors * Vector128<float>.Count)..])
        {
            sum += (double)value * value;
        }

        return sum;
    }
}
