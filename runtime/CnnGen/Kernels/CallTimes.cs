using System.ComponentModel;
using System.Diagnostics;

namespace CnnGen.Runtime;

/// <summary>A call of a kernel: for which layer, and the method.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ProfiledCall(string Layer, string Kernel);

/// <summary>
/// What each call of a pass took, on one thread. A network has it where its project sets <c>CnnGenProfile</c>; others are not slowed down.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallTimes(ProfiledCall[] calls)
{
    [ThreadStatic]
    private static CallTimes? s_latest;

    private readonly long[] _ticks = new long[calls.Length];
    private long _mark;

    /// <summary>That of the pass that this thread began last.</summary>
    public static CallTimes? Latest => s_latest;

    /// <summary>The calls in order.</summary>
    public IReadOnlyList<ProfiledCall> Calls => calls;

    /// <summary>The microseconds that a call took in the latest pass, over all samples.</summary>
    public double Microseconds(int call) => 1e6 * _ticks[call] / Stopwatch.Frequency;

    /// <summary>A pass begins.</summary>
    public void Begin()
    {
        s_latest = this;
        Array.Clear(_ticks);
        Resume();
    }

    /// <summary>The pass goes on after something that is not measured.</summary>
    public void Resume() => _mark = Stopwatch.GetTimestamp();

    /// <summary>A call is over.</summary>
    public void After(int call)
    {
        long now = Stopwatch.GetTimestamp();
        _ticks[call] += now - _mark;
        _mark = now;
    }
}
