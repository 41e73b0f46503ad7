using CnnGen.Samples.ImageNet;
using CnnGen.Samples.Service.Engine;
using Microsoft.ML.OnnxRuntime;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace CnnGen.LoadTest;

/// <summary>
/// The same model, by ONNX Runtime. A session serves all threads, each with bound memory of its own; one thread for each prediction, as the
/// compiled network has it: the service's parallelism is that of its requests.
/// </summary>
internal sealed class OnnxRuntimeExtractor : IFeatureExtractor
{
    private static readonly RunOptions RunOptions = new();

    private readonly InferenceSession _session;
    private readonly float[] _input = new float[PhotoReader.Length];
    private readonly float[] _features = new float[ImageNetModel.FeatureCount];
    private readonly string[] _inputNames;
    private readonly OrtValue[] _inputs;
    private readonly OrtValue[] _outputs;

    private OnnxRuntimeExtractor(InferenceSession session)
    {
        _session = session;
        _inputNames = [session.InputMetadata.Keys.First()];
        (string outputName, NodeMetadata output) = session.OutputMetadata.First();
        _inputs = [OrtValue.CreateTensorValueFromMemory(_input, [1, 3, PhotoReader.Size, PhotoReader.Size])];
        _outputs = [OrtValue.CreateTensorValueFromMemory(_features, [.. output.Dimensions.Select(length => Math.Max(1L, length))])];
        OutputNames = [outputName];
    }

    private string[] OutputNames { get; }

    public static OnnxRuntimeExtractor Load()
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        return new(new InferenceSession(ImageNetModel.OnnxPath, options));
    }

    public void Extract(ReadOnlySpan<float> input, Span<float> features)
    {
        input.CopyTo(_input);
        _session.Run(RunOptions, _inputNames, _inputs, OutputNames, _outputs);
        _features.CopyTo(features);
    }

    public IFeatureExtractor Fork() => new OnnxRuntimeExtractor(_session);
}
