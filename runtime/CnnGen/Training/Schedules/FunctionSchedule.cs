namespace CnnGen;

/// <summary>A function of the step's number.</summary>
internal sealed class FunctionSchedule(string name, Func<long, double> at) : Schedule
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override float At(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return (float)at(step);
    }
}
