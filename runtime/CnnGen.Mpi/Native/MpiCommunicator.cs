using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CnnGen.Mpi;

/// <summary>The processes of an MPI job.</summary>
internal sealed unsafe class MpiCommunicator : Communicator
{
    private const int Funneled = 1; // the thread that began is the only one that calls
    private const nint None = 0;
    private const int LongestMessage = 8192; // MPI_MAX_LIBRARY_VERSION_STRING of MPICH, the longest there is

    private readonly MpiLibrary _mpi;
    private readonly List<nint> _requests = []; // two a slot: outgoing, incoming
    private readonly Stack<int> _free = [];
    private bool _hasLeft;

    public MpiCommunicator(MpiLibrary mpi)
    {
        _mpi = mpi;
        int isInitialized, provided, rank, size;
        Check(mpi.Initialized(&isInitialized), "MPI_Initialized");
        if (isInitialized == 0)
        {
            Check(mpi.InitThread(0, 0, Funneled, &provided), "MPI_Init_thread");
        }

        Check(mpi.SetErrorHandler(mpi.World, mpi.ErrorsReturn), "MPI_Comm_set_errhandler");
        Check(mpi.Rank(mpi.World, &rank), "MPI_Comm_rank");
        Check(mpi.Size(mpi.World, &size), "MPI_Comm_size");
        (Rank, Size) = (rank, size);
        byte* text = stackalloc byte[LongestMessage];
        int length;
        Check(mpi.Version(text, &length), "MPI_Get_library_version");
        Engine = Encoding.UTF8.GetString(text, length).Split(',', '\n', '\0')[0].Trim();
        AppDomain.CurrentDomain.ProcessExit += LeaveAbruptly;
    }

    public override int Rank { get; }

    public override int Size { get; }

    public override string Engine { get; }

    public override void Dispose()
    {
        if (!_hasLeft)
        {
            _hasLeft = true;
            AppDomain.CurrentDomain.ProcessExit -= LeaveAbruptly;
            Check(_mpi.Finalize(), "MPI_Finalize");
        }
    }

    public override void Abort(string message)
    {
        Console.Error.WriteLine($"rank {Rank}: {message}");
        _hasLeft = true;

        // Where the network is gone the library may wait for ever; the message is out, and this process ends.
        var end = new Thread(() => _mpi.Abort(_mpi.World, 1)) { IsBackground = true };
        end.Start();
        end.Join(TimeSpan.FromSeconds(2));
        Environment.Exit(1);
    }

    internal override Transfer Post(ReadOnlySpan<byte> sent, Span<byte> received, int partner, int tag)
    {
        if (!_free.TryPop(out int slot))
        {
            slot = _requests.Count / 2;
            _requests.AddRange([None, None]);
        }

        Span<nint> requests = CollectionsMarshal.AsSpan(_requests).Slice(2 * slot, 2);
        nint request = 0; // MPICH writes half of it
        if (sent.Length > 0)
        {
            void* memory = Unsafe.AsPointer(ref MemoryMarshal.GetReference(sent));
            Check(_mpi.Isend(memory, sent.Length, _mpi.Byte, partner, tag, _mpi.World, &request), $"sending to rank {partner}");
            requests[0] = request;
        }

        if (received.Length > 0)
        {
            void* memory = Unsafe.AsPointer(ref MemoryMarshal.GetReference(received));
            Check(_mpi.Irecv(memory, received.Length, _mpi.Byte, partner, tag, _mpi.World, &request), $"receiving from rank {partner}");
            requests[1] = request;
        }

        return new Transfer(slot);
    }

    internal override bool IsDone(Transfer transfer)
    {
        Span<nint> requests = CollectionsMarshal.AsSpan(_requests).Slice(2 * transfer.Slot, 2);
        foreach (ref nint request in requests)
        {
            int isDone = 1;
            if (request != None)
            {
                nint tested = request;
                Check(_mpi.Test(&tested, &isDone, _mpi.IgnoredStatus), "a message between ranks");
                request = isDone != 0 ? None : tested;
            }

            if (isDone == 0)
            {
                return false;
            }
        }

        _free.Push(transfer.Slot);
        return true;
    }

    /// <summary>A process that ends without having left, by an exception for example, takes the others with it.</summary>
    private void LeaveAbruptly(object? sender, EventArgs e)
    {
        if (!_hasLeft && Size > 1)
        {
            Abort("the process ends while others still train");
        }
    }

    private void Check(int code, string what)
    {
        if (code != 0)
        {
            byte* text = stackalloc byte[LongestMessage];
            int length;
            string reason = _mpi.ErrorString(code, text, &length) == 0 ? Encoding.UTF8.GetString(text, length) : $"error {code}";
            throw new IOException($"MPI, {what}: {reason}");
        }
    }
}
