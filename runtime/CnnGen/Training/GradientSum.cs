using CnnGen.Runtime;

namespace CnnGen;

/// <summary>The mean gradient over the parts of a batch that are run one after another, each with its weight.</summary>
internal sealed class GradientSum(TrainingPass pass, ThreadTeam team) : ParallelWork
{
    private const int KeepStep = 0;

    private float[] _before = [];
    private float _shareBefore;
    private float _share;

    /// <summary>The weight of what is summed up so far; 0 when the next part begins anew.</summary>
    public double Weight { get; private set; }

    /// <summary>Whether gradients wait for an update.</summary>
    public bool IsPending { get; private set; }

    /// <summary>Runs a part's backward pass, and adds what was before it.</summary>
    /// <param name="accumulate">Whether the part adds to those before; else it begins anew.</param>
    /// <param name="weight">The part's samples.</param>
    public void Backward(bool accumulate, double weight)
    {
        double before = accumulate && IsPending ? Weight : 0;
        (IsPending, Weight) = (false, 0);
        int blocks = Blocks.Count(pass.PackedGradients.Length);
        if (before > 0)
        {
            Reserve();
            team.Run(this, KeepStep, blocks);
        }

        pass.Backward();
        if (before > 0)
        {
            (_shareBefore, _share) = ((float)(before / (before + weight)), (float)(weight / (before + weight)));
            team.Run(this, KeepStep + 1, blocks);
        }

        (IsPending, Weight) = (true, before + weight);
    }

    /// <summary>The gradients are used: the next part begins anew.</summary>
    public void Use() => IsPending = false;

    /// <summary>What waits, as a checkpoint holds it; the gradients themselves are the pass's.</summary>
    public void Restore(bool isPending, double weight) => (IsPending, Weight) = (isPending, weight);

    /// <inheritdoc/>
    public override void Run(int step, int begin, int end)
    {
        (int start, int length) = Blocks.Range(begin, end, pass.PackedGradients.Length);
        Span<float> gradients = pass.PackedGradients.Slice(start, length);
        Span<float> before = _before.AsSpan(start, length);
        if (step == KeepStep)
        {
            gradients.CopyTo(before);
            return;
        }

        var work = new Blend(before, _shareBefore, gradients, _share);
        Octets.Run(ref work);
    }

    private void Reserve()
    {
        if (_before.Length == 0)
        {
            _before = new float[pass.PackedGradients.Length];
        }
    }
}
