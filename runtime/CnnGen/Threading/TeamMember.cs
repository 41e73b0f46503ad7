using System.Runtime.InteropServices;

namespace CnnGen.Runtime;

/// <summary>One thread of a team: idle, then assigned by the caller, then running, then idle again.</summary>
internal sealed class TeamMember(TeamWork work, int share, int spins)
{
    private const int Idle = 0;
    private const int Assigned = 1;
    private const int Running = 2;
    private const int Stopped = 3;
    private const int Yields = 8;

    [ThreadStatic]
    private static bool _hasWaited;

    private readonly object _gate = new();
    private PaddedInt _state;
    private int _sleepers;

    public void Start()
    {
        Prepare();
        new Thread(Loop) { IsBackground = true, Name = nameof(CnnGen) }.Start();
    }

    /// <summary>Caller: asks the idle thread to run its share.</summary>
    public void Assign() => Change(Assigned);

    /// <summary>Caller: takes the share back if the thread has not begun it.</summary>
    public bool TryRevoke() => Interlocked.CompareExchange(ref _state.Value, Idle, Assigned) == Assigned;

    /// <summary>Caller: waits until the thread is done with its share.</summary>
    public void Join()
    {
        if (!_hasWaited)
        {
            Prepare();
        }

        WaitWhile(Running);
    }

    /// <summary>Lets the idle thread end.</summary>
    public void Stop() => Change(Stopped);

    /// <summary>
    /// The first time that a thread waits, and the first time at a gate, the .NET runtime allocates what waiting needs. That must not
    /// happen in some later call that happens to sleep.
    /// </summary>
    private void Prepare()
    {
        lock (_gate)
        {
            Monitor.Wait(_gate, 0);
        }

        _hasWaited = true;
    }

    private void Loop()
    {
        while (WaitWhile(Idle) != Stopped)
        {
            if (Interlocked.CompareExchange(ref _state.Value, Running, Assigned) == Assigned)
            {
                work.RunShare(share);
                Change(Idle);
            }
        }
    }

    /// <summary>Spins for some ten microseconds, then lets others run, then sleeps; returns the state that ended it.</summary>
    private int WaitWhile(int state)
    {
        while (true)
        {
            for (int i = 0; i < spins + Yields; i++)
            {
                int current = Volatile.Read(ref _state.Value);
                if (current != state)
                {
                    return current;
                }

                if (i < spins)
                {
                    Thread.SpinWait(1);
                }
                else
                {
                    Thread.Yield();
                }
            }

            // Woken too late for its share, a thread spins again: the next share will follow soon.
            Sleep(state);
        }
    }

    private void Sleep(int state)
    {
        lock (_gate)
        {
            // Announced before the state is read again; Change writes the state before it looks for sleepers.
            Interlocked.Increment(ref _sleepers);
            if (Volatile.Read(ref _state.Value) == state)
            {
                Monitor.Wait(_gate);
            }

            Interlocked.Decrement(ref _sleepers);
        }
    }

    private void Change(int state)
    {
        Interlocked.Exchange(ref _state.Value, state);
        if (Volatile.Read(ref _sleepers) != 0)
        {
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>An integer with a cache line of its own.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 192)]
    private struct PaddedInt
    {
        [FieldOffset(64)]
        public int Value;
    }
}
