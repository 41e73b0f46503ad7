using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CnnGen.Runtime.Tests;

public sealed class ThreadTeamTests
{
    public static TheoryData<int> TeamSizes => [1, 2, 3, 8];

    [Theory]
    [MemberData(nameof(TeamSizes))]
    public void RunsEveryUnitOnce(int threads)
    {
        using var team = new ThreadTeam(threads);
        foreach (int units in new[] { 0, 1, 2, 7, 64, 1000 })
        {
            foreach (int grain in new[] { 0, 1, 3, 64, int.MaxValue })
            {
                var work = new Counting(units);
                team.Run(work, step: 5, units, grain);
                Assert.All(work.Visits, visits => Assert.Equal(1, visits));
                Assert.All(work.Steps, step => Assert.Equal(5, step));
            }
        }
    }

    [Theory]
    [MemberData(nameof(TeamSizes))]
    public void StaysRightOverManyRuns(int threads)
    {
        using var team = new ThreadTeam(threads);
        var work = new Counting(100);
        for (int run = 0; run < 3000; run++)
        {
            team.Run(work, step: 0, 100, grain: run % 3);
            if (run % 1000 == 0)
            {
                // Long enough for the threads to fall asleep.
                Thread.Sleep(20);
            }
        }

        Assert.All(work.Visits, visits => Assert.Equal(3000, visits));
    }

    [Fact]
    public void ZeroMeansAllCores()
    {
        using var team = new ThreadTeam(0);
        Assert.Equal(Environment.ProcessorCount, team.Threads);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadTeam(-1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ExceptionsReachTheCaller(int grain)
    {
        using var team = new ThreadTeam(4);
        for (int unit = 0; unit < 4; unit++)
        {
            int failing = unit;
            var work = new Delegated((_, begin, end) =>
            {
                if (begin <= failing && failing < end)
                {
                    throw new InvalidOperationException($"unit {failing}");
                }
            });
            var exception = Assert.Throws<InvalidOperationException>(() => team.Run(work, step: 0, 4, grain));
            Assert.Equal($"unit {failing}", exception.Message);
        }

        var counting = new Counting(10);
        team.Run(counting, step: 0, 10);
        Assert.All(counting.Visits, visits => Assert.Equal(1, visits));
    }

    [Fact]
    public void NestedRunsStayOnTheirThread()
    {
        using var team = new ThreadTeam(3);
        var inner = new Counting(30);
        int moved = 0;
        var outer = new Delegated((_, begin, end) =>
        {
            for (int unit = begin; unit < end; unit++)
            {
                int thread = Environment.CurrentManagedThreadId;
                int start = unit * 10;
                team.Run(
                    new Delegated((step, b, e) =>
                    {
                        Interlocked.Add(ref moved, Environment.CurrentManagedThreadId == thread ? 0 : 1);
                        inner.Run(step, start + b, start + e);
                    }),
                    step: 0,
                    10);
            }
        });
        team.Run(outer, step: 0, 3);
        Assert.Equal(0, moved);
        Assert.All(inner.Visits, visits => Assert.Equal(1, visits));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ServesTwoCallersAtOnce(bool sameTeam)
    {
        using var first = new ThreadTeam(2);
        using var second = new ThreadTeam(2);
        var works = new[] { new Counting(50), new Counting(50) };
        Parallel.For(0, 2, caller =>
        {
            ThreadTeam team = sameTeam || caller == 0 ? first : second;
            for (int run = 0; run < 2000; run++)
            {
                team.Run(works[caller], step: 0, 50, grain: run % 2);
            }
        });
        Assert.All(works.SelectMany(work => work.Visits), visits => Assert.Equal(2000, visits));
    }

    [Theory]
    [MemberData(nameof(TeamSizes))]
    public void AllocatesNothing(int threads)
    {
        using var team = new ThreadTeam(threads);
        var work = new Allocations();
        for (int run = 0; run < 200; run++)
        {
            team.Run(work, step: 0, 64, grain: run % 2);
        }

        work.Begin();
        for (int run = 0; run < 500; run++)
        {
            team.Run(work, step: 0, 64, grain: run % 2);
        }

        Assert.Equal(0, work.Largest());
    }

    [Fact]
    public void ForgottenTeamLetsItsThreadsEnd()
    {
        Thread[] threads = ThreadsOf(Forget);
        AssertAllEnd(threads, GC.Collect);

        static void Forget(ThreadTeam team)
        {
        }
    }

    [Fact]
    public void DisposedTeamEndsItsThreadsAndRunsInline()
    {
        ThreadTeam? disposed = null;
        Thread[] threads = ThreadsOf(team =>
        {
            disposed = team;
            team.Dispose();
            team.Dispose();
        });
        AssertAllEnd(threads, () => { });
        var work = new Counting(10);
        disposed!.Run(work, step: 0, 10);
        Assert.All(work.Visits, visits => Assert.Equal(1, visits));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Thread[] ThreadsOf(Action<ThreadTeam> release)
    {
        var team = new ThreadTeam(3);
        var threads = new ConcurrentDictionary<Thread, bool>();
        var work = new Delegated((_, _, _) =>
        {
            threads[Thread.CurrentThread] = true;
            Thread.Sleep(1);
        });
        while (threads.Count < 3)
        {
            team.Run(work, step: 0, 30, grain: 1);
        }

        release(team);
        return [.. threads.Keys.Where(thread => thread != Thread.CurrentThread)];
    }

    private static void AssertAllEnd(Thread[] threads, Action nudge)
    {
        Assert.Equal(2, threads.Length);
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                nudge();
                Thread.Sleep(1);
                return threads.All(thread => !thread.IsAlive);
            },
            TimeSpan.FromSeconds(20)));
    }

    private sealed class Counting(int units) : ParallelWork
    {
        public int[] Visits { get; } = new int[units];

        public int[] Steps { get; } = new int[units];

        public override void Run(int step, int begin, int end)
        {
            for (int unit = begin; unit < end; unit++)
            {
                Interlocked.Increment(ref Visits[unit]);
                Steps[unit] = step;
            }
        }
    }

    private sealed class Delegated(Action<int, int, int> run) : ParallelWork
    {
        public override void Run(int step, int begin, int end) => run(step, begin, end);
    }

    /// <summary>What each thread allocated between its first and its last unit after <see cref="Begin"/>.</summary>
    private sealed class Allocations : ParallelWork
    {
        private readonly long[] _first = new long[4096];
        private readonly long[] _last = new long[4096];

        public void Begin() => Array.Clear(_first);

        public long Largest() => _first.Zip(_last, (first, last) => first == 0 ? 0 : last - first).Max();

        public override void Run(int step, int begin, int end)
        {
            int thread = Environment.CurrentManagedThreadId % _first.Length;
            long bytes = GC.GetAllocatedBytesForCurrentThread() + 1;
            _first[thread] = _first[thread] == 0 ? bytes : _first[thread];
            _last[thread] = bytes;
        }
    }
}
