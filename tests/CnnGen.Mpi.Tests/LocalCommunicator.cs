using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CnnGen.Mpi.Tests;

/// <summary>Ranks that are threads of one process: the same messages, without an engine.</summary>
internal sealed unsafe class LocalCommunicator : Communicator
{
    private readonly ConcurrentDictionary<(int From, int To, int Tag), ConcurrentQueue<byte[]>> _mail;
    private readonly List<Letter?> _letters = [];

    private LocalCommunicator(int rank, int size, ConcurrentDictionary<(int From, int To, int Tag), ConcurrentQueue<byte[]>> mail) =>
        (Rank, Size, _mail) = (rank, size, mail);

    public override int Rank { get; }

    public override int Size { get; }

    public override string Engine => "threads";

    /// <summary>Whether this rank sends nothing any more, as if its cable had been cut.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>Runs all ranks at once; returns what each returned, or throws what the first one threw.</summary>
    public static TResult[] Run<TResult>(int size, Func<LocalCommunicator, TResult> work)
    {
        var mail = new ConcurrentDictionary<(int, int, int), ConcurrentQueue<byte[]>>();
        var results = new TResult[size];
        var errors = new Exception?[size];
        Thread[] threads =
        [
            .. Enumerable.Range(0, size).Select(rank => new Thread(() =>
            {
                try
                {
                    using var communicator = new LocalCommunicator(rank, size, mail);
                    results[rank] = work(communicator);
                }
                catch (Exception e)
                {
                    errors[rank] = e;
                }
            })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return errors.FirstOrDefault(error => error is not null) is { } first
            ? throw new AggregateException([.. errors.OfType<Exception>().Prepend(first).Distinct()])
            : results;
    }

    public override void Abort(string message) => throw new IOException(message);

    public override void Dispose()
    {
    }

    internal override Transfer Post(ReadOnlySpan<byte> sent, Span<byte> received, int partner, int tag)
    {
        if (sent.Length > 0 && !IsCutOff)
        {
            Box(Rank, partner, tag).Enqueue(sent.ToArray());
        }

        _letters.Add(received.Length == 0
            ? null
            : new Letter((nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(received)), received.Length, Box(partner, Rank, tag)));
        return new Transfer(_letters.Count - 1);
    }

    internal override bool IsDone(Transfer transfer)
    {
        if (_letters[transfer.Slot] is not { } letter)
        {
            return true;
        }

        if (!letter.Box.TryDequeue(out byte[]? bytes))
        {
            return false;
        }

        Assert.Equal(letter.Length, bytes.Length);
        bytes.CopyTo(new Span<byte>((void*)letter.Address, letter.Length));
        _letters[transfer.Slot] = null;
        return true;
    }

    private ConcurrentQueue<byte[]> Box(int from, int to, int tag) => _mail.GetOrAdd((from, to, tag), _ => new());

    private sealed record Letter(nint Address, int Length, ConcurrentQueue<byte[]> Box);
}
