using System.Runtime.InteropServices;

namespace CnnGen.Mpi;

/// <summary>
/// The functions of MPI that are used, from whichever library is installed. OpenMPI's handles are addresses of its own variables, MPICH's
/// are numbers that its header fixes; both pass in a register, so one signature serves both.
/// </summary>
internal sealed unsafe class MpiLibrary
{
    private const string Variable = "CNNGEN_MPI_LIBRARY";
    private static readonly string[] Names = ["libmpi.so.40", "libmpi.so.12", "libmpi.so", "libmpich.so.12", "libmpi.dylib", "msmpi.dll"];

    private readonly nint _library;

    private MpiLibrary(nint library)
    {
        _library = library;
        InitThread = (delegate* unmanaged[Cdecl]<nint, nint, int, int*, int>)Find("MPI_Init_thread");
        Initialized = (delegate* unmanaged[Cdecl]<int*, int>)Find("MPI_Initialized");
        Finalize = (delegate* unmanaged[Cdecl]<int>)Find("MPI_Finalize");
        Abort = (delegate* unmanaged[Cdecl]<nint, int, int>)Find("MPI_Abort");
        Rank = (delegate* unmanaged[Cdecl]<nint, int*, int>)Find("MPI_Comm_rank");
        Size = (delegate* unmanaged[Cdecl]<nint, int*, int>)Find("MPI_Comm_size");
        SetErrorHandler = (delegate* unmanaged[Cdecl]<nint, nint, int>)Find("MPI_Comm_set_errhandler");
        ErrorString = (delegate* unmanaged[Cdecl]<int, byte*, int*, int>)Find("MPI_Error_string");
        Version = (delegate* unmanaged[Cdecl]<byte*, int*, int>)Find("MPI_Get_library_version");
        Isend = (delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, nint*, int>)Find("MPI_Isend");
        Irecv = (delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, nint*, int>)Find("MPI_Irecv");
        Test = (delegate* unmanaged[Cdecl]<nint*, int*, nint, int>)Find("MPI_Test");
        if (NativeLibrary.TryGetExport(library, "ompi_mpi_comm_world", out nint world))
        {
            World = world;
            Byte = Find("ompi_mpi_byte");
            ErrorsReturn = Find("ompi_mpi_errors_return");
        }
        else
        {
            (World, Byte, ErrorsReturn) = (0x44000000, 0x4c00010d, 0x54000001);
            IgnoredStatus = 1;
        }
    }

    /// <summary>All processes.</summary>
    public nint World { get; }

    /// <summary>The type of one byte.</summary>
    public nint Byte { get; }

    /// <summary>The handler that lets errors be returned instead of ending the process.</summary>
    public nint ErrorsReturn { get; }

    /// <summary>Where no status is wanted.</summary>
    public nint IgnoredStatus { get; }

    public delegate* unmanaged[Cdecl]<nint, nint, int, int*, int> InitThread { get; }

    public delegate* unmanaged[Cdecl]<int*, int> Initialized { get; }

    public delegate* unmanaged[Cdecl]<int> Finalize { get; }

    public delegate* unmanaged[Cdecl]<nint, int, int> Abort { get; }

    public delegate* unmanaged[Cdecl]<nint, int*, int> Rank { get; }

    public delegate* unmanaged[Cdecl]<nint, int*, int> Size { get; }

    public delegate* unmanaged[Cdecl]<nint, nint, int> SetErrorHandler { get; }

    public delegate* unmanaged[Cdecl]<int, byte*, int*, int> ErrorString { get; }

    public delegate* unmanaged[Cdecl]<byte*, int*, int> Version { get; }

    public delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, nint*, int> Isend { get; }

    public delegate* unmanaged[Cdecl]<void*, int, nint, int, int, nint, nint*, int> Irecv { get; }

    public delegate* unmanaged[Cdecl]<nint*, int*, nint, int> Test { get; }

    /// <summary>Finds the library.</summary>
    /// <exception cref="DllNotFoundException">There is none.</exception>
    public static MpiLibrary Load()
    {
        string? given = Environment.GetEnvironmentVariable(Variable);
        string[] names = string.IsNullOrEmpty(given) ? Names : [given];
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, out nint library))
            {
                return new MpiLibrary(library);
            }
        }

        throw new DllNotFoundException(
            $"expected an MPI library, found none of {string.Join(", ", names)}: install OpenMPI (Debian: apt-get install openmpi-bin) or "
            + $"MPICH, or name the file in {Variable}");
    }

    private nint Find(string name) => NativeLibrary.TryGetExport(_library, name, out nint address)
        ? address
        : throw new EntryPointNotFoundException(
            $"expected {name} in the MPI library, found no such function: is it another library of that name?");
}
