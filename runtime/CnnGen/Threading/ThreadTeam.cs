using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace CnnGen.Runtime;

/// <summary>
/// Threads that split one piece of work among them and meet again at its end. The caller takes part; after construction
/// nothing is allocated. A team that nobody refers to any more lets its threads end.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ThreadTeam : IDisposable
{
    // The threads refer to these objects, never to the team itself.
    private readonly TeamMember[] _members;
    private readonly TeamWork _work = new();
    private int _busy;
    private int _disposed;

    /// <summary>Starts the threads of a team of <paramref name="threads"/>, of which the caller is one.</summary>
    /// <param name="threads">1 for no other thread, 0 for one thread on each core.</param>
    public ThreadTeam(int threads)
    {
        int count = Count(threads, nameof(threads));
        _members = new TeamMember[count - 1];
        try
        {
            for (int i = 0; i < _members.Length; i++)
            {
                _members[i] = new TeamMember(_work, share: i + 1, spins: count <= Environment.ProcessorCount ? 1500 : 10);
                _members[i].Start();
            }
        }
        catch (PlatformNotSupportedException)
        {
            // WebAssembly has no other threads: the caller does everything, with the same results.
            _members = [];
        }
    }

    /// <summary>Lets the threads of a forgotten team end.</summary>
    ~ThreadTeam() => StopMembers();

    /// <summary>The most threads of a team: far more than a network can use, far fewer than a process can hold.</summary>
    public const int MaxThreads = 1024;

    /// <summary>The number of threads that a setting means: 0 is one for each core.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 0 or more than <see cref="MaxThreads"/>.</exception>
    public static int Count(int threads, string name) => threads is >= 0 and <= MaxThreads
        ? threads == 0 ? Math.Min(Environment.ProcessorCount, MaxThreads) : threads
        : throw new ArgumentOutOfRangeException(name, threads, $"expected 0 (one thread for each core) to {MaxThreads} threads");

    /// <summary>How many threads take part, the caller included: those asked for, or 1 where the platform has no more.</summary>
    public int Threads => _members.Length + 1;

    /// <summary>
    /// Runs all units of a step and returns when they are done. The first exception of any thread reaches the caller.
    /// Called from inside a unit, or while another thread uses the team, it runs on the calling thread alone.
    /// </summary>
    /// <param name="work">What to run.</param>
    /// <param name="step">The step's number, handed through.</param>
    /// <param name="units">How many units the step has.</param>
    /// <param name="grain">0 gives each thread one contiguous range; otherwise threads claim blocks of this many units.</param>
    public void Run(ParallelWork work, int step, int units, int grain = 0)
    {
        if (units <= 0)
        {
            return;
        }

        int blocks = grain > 0 ? (units - 1) / grain + 1 : units;
        int shares = Math.Min(blocks, Threads);
        if (shares == 1 || TeamWork.IsRunningHere || Interlocked.Exchange(ref _busy, 1) != 0)
        {
            work.Run(step, 0, units);
            return;
        }

        _work.Set(work, step, units, grain, shares);
        for (int i = 1; i < shares; i++)
        {
            _members[i - 1].Assign();
        }

        _work.RunShare(0);
        for (int i = 1; i < shares; i++)
        {
            // A thread that has not begun (asleep, or waiting for a core) is not waited for.
            if (_members[i - 1].TryRevoke())
            {
                _work.RunShare(i);
            }
            else
            {
                _members[i - 1].Join();
            }
        }

        Exception? exception = _work.Clear();
        Volatile.Write(ref _busy, 0);
        GC.KeepAlive(this);
        if (exception is not null)
        {
            ExceptionDispatchInfo.Throw(exception);
        }
    }

    /// <summary>Ends the threads; later calls of <see cref="Run"/> run on the calling thread alone.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            // A team that stays busy never assigns work again.
            SpinWait.SpinUntil(() => Interlocked.Exchange(ref _busy, 1) == 0);
            StopMembers();
            GC.SuppressFinalize(this);
        }
    }

    private void StopMembers()
    {
        // The finalizer also runs for a team whose constructor threw.
        foreach (TeamMember? member in _members ?? [])
        {
            member?.Stop();
        }
    }
}
