namespace CnnGen.Mpi;

/// <summary>
/// The processes that train together, each with its rank. All of them make the same calls in the same order. An instance belongs to the
/// thread that made it.
/// </summary>
public abstract class Communicator : IDisposable
{
    private protected Communicator()
    {
    }

    /// <summary>The number of this process, from 0.</summary>
    public abstract int Rank { get; }

    /// <summary>How many processes there are.</summary>
    public abstract int Size { get; }

    /// <summary>The engine that carries the messages, with its version.</summary>
    public abstract string Engine { get; }

    /// <summary>
    /// How long a rank waits for another one that does not answer before it gives up: 10 seconds at first, of which the others' computing
    /// is a part. Raise it where a step takes longer than that.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Joins the processes that <c>mpirun</c>, Slurm or an operator started; alone, without them, the only one.</summary>
    /// <exception cref="DllNotFoundException">Neither OpenMPI nor MPICH is installed; the message says what was looked for.</exception>
    public static Communicator Start() => new MpiCommunicator(MpiLibrary.Load());

    /// <summary>Gives everybody the bytes of rank 0.</summary>
    public unsafe void Broadcast(Span<byte> bytes)
    {
        fixed (byte* pinned = bytes)
        {
            // A binomial tree: in round d those below d have the bytes and give them to the ranks d further.
            for (int distance = 1; distance < Size; distance *= 2)
            {
                if (Rank < distance && Rank + distance < Size)
                {
                    Wait(Post(bytes, default, Rank + distance, Tags.Broadcast), Rank + distance);
                }
                else if (Rank >= distance && Rank < 2 * distance)
                {
                    Wait(Post(default, bytes, Rank - distance, Tags.Broadcast), Rank - distance);
                }
            }
        }
    }

    /// <summary>Waits until everybody has come here.</summary>
    public void Barrier()
    {
        Span<byte> sent = stackalloc byte[1], received = stackalloc byte[1];
        for (int distance = 1; distance < Size; distance *= 2)
        {
            int next = (Rank + distance) % Size, previous = (Rank + Size - distance) % Size;
            Transfer sending = Post(sent, default, next, Tags.Barrier);
            Wait(Post(default, received, previous, Tags.Barrier), previous);
            Wait(sending, next);
        }
    }

    /// <summary>Leaves the others, in order.</summary>
    public abstract void Dispose();

    /// <summary>Ends all processes, as far as they can be reached, with a message of this one.</summary>
    public abstract void Abort(string message);

    /// <summary>Begins to send and to receive; memory that does not move, and stays as it is until <see cref="IsDone"/>.</summary>
    internal abstract Transfer Post(ReadOnlySpan<byte> sent, Span<byte> received, int partner, int tag);

    /// <summary>Whether a transfer has ended; asked once more after it has, an error.</summary>
    internal abstract bool IsDone(Transfer transfer);

    /// <summary>Waits for the end of a transfer.</summary>
    /// <exception cref="RankLostException">The partner did not answer within <see cref="Patience"/>.</exception>
    internal void Wait(Transfer transfer, int partner)
    {
        var patience = new PatientWait(this);
        while (!IsDone(transfer))
        {
            patience.Turn(partner);
        }
    }
}
