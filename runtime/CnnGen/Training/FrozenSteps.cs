namespace CnnGen.Runtime;

/// <summary>
/// What of a backward pass runs while some parameters are frozen: the steps that lead to a gradient that is wanted. Everything, as long
/// as nothing is frozen.
/// </summary>
internal sealed class FrozenSteps
{
    private readonly BackwardStep[] _steps;
    private readonly bool[] _isFrozen;
    private readonly bool[] _isNeeded;
    private readonly int[] _lastOf; // for each parameter

    /// <summary>Nothing is frozen at first.</summary>
    public FrozenSteps(BackwardStep[] steps, int parameters)
    {
        (_steps, _isFrozen, _isNeeded) = (steps, new bool[parameters], new bool[steps.Length]);
        Array.Fill(_isNeeded, true);
        _lastOf = [.. Enumerable.Range(0, parameters).Select(
            parameter => Array.FindLastIndex(steps, step => step.Gradients.Contains(parameter)))];
    }

    /// <summary>Whether any parameter is frozen.</summary>
    public bool Any { get; private set; }

    /// <summary>Whether all runs that the gradients of the inputs go on from.</summary>
    public bool ReachInputs { get; private set; } = true;

    /// <summary>Whether a parameter, by its number, keeps its value.</summary>
    public bool IsFrozen(int parameter) => _isFrozen[parameter];

    /// <summary>Whether a step runs.</summary>
    public bool IsNeeded(int step) => _isNeeded[step];

    /// <summary>The parameters, none of them frozen, whose gradients are complete when a step has ended and were not before.</summary>
    public IEnumerable<int> CompletedBy(int step) => _isNeeded[step]
        ? _steps[step].Gradients.Where(parameter => _lastOf[parameter] == step && !_isFrozen[parameter])
        : [];

    /// <summary>Whether a preparation of the backward pass, by its number, is read.</summary>
    public bool IsPrepared(int preparation) =>
        ReachInputs || Enumerable.Range(0, _steps.Length).Any(step => _isNeeded[step] && _steps[step].Prepared.Contains(preparation));

    /// <summary>The frozen parameters whose gradients are computed all the same, by steps that others need.</summary>
    public IEnumerable<int> Computed => _steps
        .Where((_, step) => _isNeeded[step]).SelectMany(step => step.Gradients).Where(IsFrozen).Distinct();

    /// <summary>Freezes these parameters and no others.</summary>
    public void Set(ReadOnlySpan<bool> isFrozen)
    {
        isFrozen.CopyTo(_isFrozen);
        Any = isFrozen.Contains(true);
        bool[] forInputs = Find(wantsInputs: true);
        Find(wantsInputs: !Any).CopyTo(_isNeeded.AsSpan());
        ReachInputs = forInputs.AsSpan().SequenceEqual(_isNeeded);
        if (!Any)
        {
            Array.Fill(_isNeeded, true);
        }
    }

    private bool[] Find(bool wantsInputs)
    {
        bool[] isNeeded = new bool[_steps.Length];
        for (int i = _steps.Length - 1; i >= 0; i--)
        {
            isNeeded[i] = Array.Exists(_steps[i].Gradients, parameter => !_isFrozen[parameter])
                || Array.Exists(_steps[i].Feeds, step => step == _steps.Length ? wantsInputs : isNeeded[step]);
        }

        return isNeeded;
    }
}
