using System.Diagnostics;

namespace CnnGen.Mpi;

/// <summary>Waiting for other ranks, at first eagerly, and not for ever.</summary>
internal struct PatientWait(Communicator communicator)
{
    private const int EagerTurns = 20_000;

    private readonly long _start = Stopwatch.GetTimestamp();
    private int _turns;

    /// <summary>One turn of waiting.</summary>
    /// <exception cref="RankLostException">It has been too long.</exception>
    public void Turn(int partner)
    {
        if (++_turns < EagerTurns)
        {
            Thread.SpinWait(8);
            return;
        }

        if (Stopwatch.GetElapsedTime(_start) > communicator.Patience)
        {
            throw new RankLostException(communicator.Rank, partner, communicator.Patience);
        }

        Thread.Sleep(_turns < 2 * EagerTurns ? 0 : 1);
    }
}
