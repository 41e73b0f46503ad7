using System.Runtime.InteropServices;

namespace CnnGen.Benchmarks.Peers;

/// <summary>An ONNX file in ONNX Runtime's CPU provider, one thread, with tensors that stay where they are.</summary>
public sealed unsafe class OrtSession : IDisposable
{
    private readonly OrtApi _api;
    private readonly nint _session, _binding, _inputValue, _outputValue, _inputName, _outputName;
    private readonly float* _input, _output;
    private readonly int _inputLength, _outputLength;

    /// <summary>Opens the file; shapes are C×H×W (or features) of one sample.</summary>
    public OrtSession(OrtApi api, string model, IReadOnlyList<int> inputShape, IReadOnlyList<int> outputShape)
    {
        _api = api;
        _inputLength = inputShape.Aggregate(1, (a, b) => a * b);
        _outputLength = outputShape.Aggregate(1, (a, b) => a * b);
        _input = (float*)NativeMemory.AlignedAlloc((nuint)_inputLength * sizeof(float), 64);
        _output = (float*)NativeMemory.AlignedAlloc((nuint)_outputLength * sizeof(float), 64);
        _inputName = Marshal.StringToCoTaskMemUTF8("input");
        _outputName = Marshal.StringToCoTaskMemUTF8("output");
        _session = api.CreateSession(model, threads: 1);
        _inputValue = api.CreateTensor(_input, _inputLength, Batched(inputShape));
        _outputValue = api.CreateTensor(_output, _outputLength, Batched(outputShape));
        _binding = api.CreateBinding(_session, _inputName, _inputValue, _outputName, _outputValue);
    }

    /// <summary>The input tensor.</summary>
    public Span<float> Input => new(_input, _inputLength);

    /// <summary>The output tensor.</summary>
    public ReadOnlySpan<float> Output => new(_output, _outputLength);

    /// <summary>One inference.</summary>
    public void Run() => _api.RunWithBinding(_session, _binding);

    /// <inheritdoc/>
    public void Dispose()
    {
        _api.Release(_session, _binding, _inputValue, _outputValue);
        NativeMemory.AlignedFree(_input);
        NativeMemory.AlignedFree(_output);
        Marshal.FreeCoTaskMem(_inputName);
        Marshal.FreeCoTaskMem(_outputName);
    }

    private static long[] Batched(IReadOnlyList<int> shape) => [1, .. shape.Select(size => (long)size)];
}
