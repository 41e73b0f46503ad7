using System.Text;

namespace CnnGen.Mpi;

/// <summary>Whether all ranks are about to do the same: otherwise their sums would be nonsense, or their messages not fit.</summary>
internal static class Agreement
{
    private const int Longest = 4096;

    /// <summary>Compares everybody's facts.</summary>
    /// <exception cref="InvalidOperationException">Somebody's differ; everybody gets the same message.</exception>
    public static void Require(Communicator communicator, IReadOnlyList<(string What, string Value)> facts)
    {
        byte[] mine = GC.AllocateArray<byte>(Longest, pinned: true), other = GC.AllocateArray<byte>(Longest, pinned: true);
        Write(mine, string.Join('\n', facts.Select(fact => fact.Value)));
        string verdict = "";
        if (communicator.Rank > 0)
        {
            communicator.Wait(communicator.Post(mine, default, 0, Tags.Facts), 0);
        }
        else
        {
            for (int rank = 1; rank < communicator.Size; rank++)
            {
                communicator.Wait(communicator.Post(default, other, rank, Tags.Facts), rank);
                verdict += Differences(facts, Read(other).Split('\n'), rank);
            }
        }

        string found = verdict.TrimEnd(' ', ';');
        Share(communicator, found, message => new InvalidOperationException($"expected the same on every rank, found: {message}"));
    }

    /// <summary>Everybody throws what rank 0 says, if it says anything.</summary>
    public static void Share(Communicator communicator, string message, Func<string, Exception> error)
    {
        byte[] buffer = GC.AllocateArray<byte>(Longest, pinned: true);
        Write(buffer, message);
        communicator.Broadcast(buffer);
        if (Read(buffer) is { Length: > 0 } said)
        {
            throw error(said);
        }
    }

    private static string Differences(IReadOnlyList<(string What, string Value)> facts, string[] found, int rank) => string.Concat(
        facts.Select((fact, i) => (fact.What, fact.Value, Found: i < found.Length ? found[i] : "nothing"))
            .Where(fact => fact.Value != fact.Found)
            .Select(fact => $"{fact.What} {fact.Value} on rank 0, {fact.Found} on rank {rank}; "));

    private static void Write(byte[] buffer, string text)
    {
        buffer.AsSpan().Clear();
        Encoding.UTF8.GetEncoder().Convert(text, buffer.AsSpan(0, Longest - 1), flush: true, out _, out _, out _);
    }

    private static string Read(byte[] buffer) => Encoding.UTF8.GetString(buffer.AsSpan(0, Array.IndexOf(buffer, (byte)0)));
}
