using CnnGen.Runtime;

namespace CnnGen;

/// <summary>One trainer's use of an optimizer: its memory, and the update split over a team.</summary>
internal sealed class OptimizerStep(Optimizer optimizer, TrainingPass pass) : ParallelWork
{
    // A multiple of the vector length; large enough that handing out blocks costs nothing.
    private const int BlockLength = 1 << 14;

    private readonly float[] _state =
        new float[checked(Panels.RoundUp(pass.PackedParameters.Length) * optimizer.StateCount)];

    private int _step;

    /// <summary>Updates all parameters from the gradients of the last backward pass.</summary>
    public void Update(ThreadTeam team)
    {
        pass.Begin();
        try
        {
            _step++;
            team.Run(this, step: 0, (pass.PackedParameters.Length + BlockLength - 1) / BlockLength);
        }
        finally
        {
            pass.End(hasChanged: true);
        }
    }

    /// <inheritdoc/>
    public override void Run(int step, int begin, int end)
    {
        int start = begin * BlockLength;
        int stop = (int)Math.Min((long)end * BlockLength, pass.PackedParameters.Length);
        optimizer.Update(
            _step,
            pass.PackedParameters[start..stop],
            pass.PackedGradients[start..stop],
            _state.AsSpan(start * optimizer.StateCount));
    }
}
