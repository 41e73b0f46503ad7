using System.Runtime.CompilerServices;

namespace CnnGen.Runtime;

/// <summary>The work of one <see cref="ThreadTeam.Run"/>, shared by the members of the team.</summary>
internal sealed class TeamWork
{
    [ThreadStatic]
    private static bool _isRunningHere;

    private ParallelWork? _work;
    private Exception? _exception;
    private int _step;
    private int _units;
    private int _grain;
    private int _shares;
    private int _nextUnit;

    /// <summary>Whether the current thread is inside a share of any team.</summary>
    public static bool IsRunningHere => _isRunningHere;

    public void Set(ParallelWork work, int step, int units, int grain, int shares)
    {
        _work = work;
        _step = step;
        _units = units;
        _grain = grain;
        _shares = shares;
        _nextUnit = 0;
    }

    /// <summary>Forgets the work, so that a waiting team keeps nothing alive, and hands over what went wrong.</summary>
    public Exception? Clear()
    {
        Exception? exception = _exception;
        _work = null;
        _exception = null;
        return exception;
    }

    /// <summary>Runs one member's share: its contiguous range, or blocks as long as there are some.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RunShare(int share)
    {
        _isRunningHere = true;
        try
        {
            if (_grain == 0)
            {
                int begin = (int)((long)_units * share / _shares);
                int end = (int)((long)_units * (share + 1) / _shares);
                _work!.Run(_step, begin, end);
            }
            else
            {
                RunBlocks();
            }
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _exception, exception, null);
        }
        finally
        {
            _isRunningHere = false;
        }
    }

    private void RunBlocks()
    {
        // Claims may pass beyond the largest integer; as unsigned numbers they are then too large as well.
        int begin;
        while ((uint)(begin = Interlocked.Add(ref _nextUnit, _grain) - _grain) < (uint)_units)
        {
            _work!.Run(_step, begin, begin + Math.Min(_grain, _units - begin));
        }
    }
}
