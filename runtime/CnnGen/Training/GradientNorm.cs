using CnnGen.Runtime;

namespace CnnGen;

/// <summary>
/// The Euclidean norm of all gradients. Squares are summed up in double precision, block by block, and the blocks in order: so the norm
/// depends neither on threads nor on the machine's vectors.
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

    /// <summary>Four sums, so that additions do not wait for one another; in an order that depends on nothing.</summary>
    private static double SumOfSquares(ReadOnlySpan<float> values)
    {
        double first = 0, second = 0, third = 0, fourth = 0;
        int i = 0;
        for (; i + 3 < values.Length; i += 4)
        {
            first += (double)values[i] * values[i];
            second += (double)values[i + 1] * values[i + 1];
            third += (double)values[i + 2] * values[i + 2];
            fourth += (double)values[i + 3] * values[i + 3];
        }

        for (; i < values.Length; i++)
        {
            first += (double)values[i] * values[i];
        }

        return first + second + (third + fourth);
    }
}
