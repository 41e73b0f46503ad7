using System.Runtime.InteropServices;

namespace CnnGen.Benchmarks.Peers;

/// <summary>
/// The few functions of ONNX Runtime's C API that the comparison needs. The library exports one symbol; the functions stand in
/// a table whose order never changes, so each is called by its place in <c>struct OrtApi</c>.
/// </summary>
public sealed unsafe class OrtApi
{
    private const uint Version = 14;

    private const int
        CreateStatusSlot = 0, GetErrorCodeSlot = 1, GetErrorMessageSlot = 2, CreateEnvSlot = 3, CreateSessionSlot = 7,
        CreateSessionOptionsSlot = 10, SetExecutionModeSlot = 13, SetGraphOptimizationSlot = 23, SetIntraOpThreadsSlot = 24,
        SetInterOpThreadsSlot = 25, InputCountSlot = 30, OutputCountSlot = 31, CreateTensorWithDataSlot = 49,
        CreateCpuMemoryInfoSlot = 69, ReleaseStatusSlot = 93, ReleaseSessionSlot = 95, ReleaseValueSlot = 96,
        ReleaseSessionOptionsSlot = 100, RunWithBindingSlot = 133, CreateBindingSlot = 134, ReleaseBindingSlot = 135,
        BindInputSlot = 136, BindOutputSlot = 137;

    private readonly nint* _table;
    private readonly nint _environment;
    private readonly nint _memoryInfo;

    /// <summary>Loads the library and checks that the table is the one we know.</summary>
    public OrtApi(string library)
    {
        nint handle = NativeLibrary.Load(library);
        var getBase = (delegate* unmanaged<nint*>)NativeLibrary.GetExport(handle, "OrtGetApiBase");
        nint* functions = getBase();
        LibraryVersion = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)functions[1])())!;
        _table = (nint*)((delegate* unmanaged<uint, nint>)functions[0])(Version);
        if (_table == null)
        {
            throw new NotSupportedException($"ONNX Runtime {LibraryVersion} does not offer version {Version} of its C API.");
        }

        VerifyTable();
        fixed (byte* name = "CnnGen.Benchmarks\0"u8)
        {
            nint environment;
            Check(((delegate* unmanaged<int, byte*, nint*, nint>)_table[CreateEnvSlot])(3, name, &environment));
            _environment = environment;
        }

        nint memory;
        Check(((delegate* unmanaged<int, int, nint*, nint>)_table[CreateCpuMemoryInfoSlot])(1, 0, &memory));
        _memoryInfo = memory;
    }

    /// <summary>For example <c>1.30.0</c>.</summary>
    public string LibraryVersion { get; }

    /// <summary>A session with all graph optimisations that runs sequentially on the given number of threads.</summary>
    public nint CreateSession(string model, int threads)
    {
        nint options, session;
        Check(((delegate* unmanaged<nint*, nint>)_table[CreateSessionOptionsSlot])(&options));
        Check(((delegate* unmanaged<nint, int, nint>)_table[SetExecutionModeSlot])(options, 0));
        Check(((delegate* unmanaged<nint, int, nint>)_table[SetGraphOptimizationSlot])(options, 99));
        Check(((delegate* unmanaged<nint, int, nint>)_table[SetIntraOpThreadsSlot])(options, threads));
        Check(((delegate* unmanaged<nint, int, nint>)_table[SetInterOpThreadsSlot])(options, 1));
        nint path = Marshal.StringToCoTaskMemUTF8(model);
        Check(((delegate* unmanaged<nint, nint, nint, nint*, nint>)_table[CreateSessionSlot])(_environment, path, options, &session));
        Marshal.FreeCoTaskMem(path);
        ((delegate* unmanaged<nint, void>)_table[ReleaseSessionOptionsSlot])(options);
        long inputs, outputs;
        Check(((delegate* unmanaged<nint, long*, nint>)_table[InputCountSlot])(session, &inputs));
        Check(((delegate* unmanaged<nint, long*, nint>)_table[OutputCountSlot])(session, &outputs));
        return (inputs, outputs) == (1, 1)
            ? session
            : throw new InvalidDataException($"{model}: expected one input and one output, but found {inputs} and {outputs}.");
    }

    /// <summary>A float tensor over memory that the caller keeps in place.</summary>
    public nint CreateTensor(float* data, int length, ReadOnlySpan<long> shape)
    {
        nint value;
        fixed (long* sizes = shape)
        {
            Check(((delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)_table[CreateTensorWithDataSlot])(
                _memoryInfo, data, (nuint)length * sizeof(float), sizes, (nuint)shape.Length, 1, &value));
        }

        return value;
    }

    /// <summary>Binds one input and one output tensor to a session once and for all.</summary>
    public nint CreateBinding(nint session, nint inputName, nint input, nint outputName, nint output)
    {
        nint binding;
        Check(((delegate* unmanaged<nint, nint*, nint>)_table[CreateBindingSlot])(session, &binding));
        Check(((delegate* unmanaged<nint, nint, nint, nint>)_table[BindInputSlot])(binding, inputName, input));
        Check(((delegate* unmanaged<nint, nint, nint, nint>)_table[BindOutputSlot])(binding, outputName, output));
        return binding;
    }

    /// <summary>Runs the session on its bound tensors.</summary>
    public void RunWithBinding(nint session, nint binding) =>
        Check(((delegate* unmanaged<nint, nint, nint, nint>)_table[RunWithBindingSlot])(session, 0, binding));

    /// <summary>Releases what a session owns.</summary>
    public void Release(nint session, nint binding, nint input, nint output)
    {
        ((delegate* unmanaged<nint, void>)_table[ReleaseBindingSlot])(binding);
        ((delegate* unmanaged<nint, void>)_table[ReleaseValueSlot])(input);
        ((delegate* unmanaged<nint, void>)_table[ReleaseValueSlot])(output);
        ((delegate* unmanaged<nint, void>)_table[ReleaseSessionSlot])(session);
    }

    /// <summary>A status that we make must come back as we made it; otherwise the table has another order.</summary>
    private void VerifyTable()
    {
        fixed (byte* text = "probe\0"u8)
        {
            nint status = ((delegate* unmanaged<int, byte*, nint>)_table[CreateStatusSlot])(2, text);
            int code = ((delegate* unmanaged<nint, int>)_table[GetErrorCodeSlot])(status);
            string message = Message(status);
            ((delegate* unmanaged<nint, void>)_table[ReleaseStatusSlot])(status);
            if (code != 2 || message != "probe")
            {
                throw new NotSupportedException($"The C API of ONNX Runtime {LibraryVersion} has an unknown order.");
            }
        }
    }

    private string Message(nint status) =>
        Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)_table[GetErrorMessageSlot])(status)) ?? "";

    private void Check(nint status)
    {
        if (status != 0)
        {
            string message = Message(status);
            ((delegate* unmanaged<nint, void>)_table[ReleaseStatusSlot])(status);
            throw new InvalidOperationException("ONNX Runtime: " + message);
        }
    }
}
