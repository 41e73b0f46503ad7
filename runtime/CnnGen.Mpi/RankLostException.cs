namespace CnnGen.Mpi;

/// <summary>A rank has not answered another one for too long: it ended, or the network between them did.</summary>
public sealed class RankLostException : IOException
{
    /// <summary>The usual message.</summary>
    /// <param name="rank">Who waited.</param>
    /// <param name="partner">For whom.</param>
    /// <param name="patience">How long.</param>
    public RankLostException(int rank, int partner, TimeSpan patience)
        : base($"rank {rank} has waited {patience.TotalSeconds:0.#} s for rank {partner}: it has ended, its machine cannot be reached, or "
            + "it computes for longer than that (then raise Communicator.Patience); train on from the last checkpoint, with any number of "
            + "ranks")
        => (Rank, Partner) = (rank, partner);

    /// <summary>Who waited.</summary>
    public int Rank { get; }

    /// <summary>For whom.</summary>
    public int Partner { get; }
}
