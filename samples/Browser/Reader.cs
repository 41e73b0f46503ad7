using System.Diagnostics;
using System.Reflection;

namespace BrowserSample;

/// <summary>LeNet-5 with its weights, and what it makes of a digit.</summary>
internal sealed class Reader
{
    private const float Mean = 0.1307f, Deviation = 0.3081f; // MNIST's, as in training
    private readonly LeNet5 _network = Load();
    private readonly float[] _input = new float[LeNet5.InputLength];
    private readonly float[] _features = new float[LeNet5.Info.Outputs[1].Length];
    private readonly byte[] _maps = new byte[LeNet5.Info.Outputs[1].Length];

    /// <summary>The probability of each digit.</summary>
    public float[] Probabilities { get; } = new float[LeNet5.Info.Outputs[0].Length];

    /// <summary>The first layer's six outputs, one after another: −1 is black, 1 is white.</summary>
    public Span<byte> Maps => _maps;

    /// <summary>Reads a digit of 28×28 from 0 to 1; returns how long the network took, in milliseconds.</summary>
    public double Read(ReadOnlySpan<float> digit)
    {
        for (int i = 0; i < _input.Length; i++)
        {
            _input[i] = (digit[i] - Mean) / Deviation;
        }

        long start = Stopwatch.GetTimestamp();
        _network.Predict(_input, Probabilities, _features);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        for (int i = 0; i < _maps.Length; i++)
        {
            _maps[i] = (byte)(127.5f + 127.5f * _features[i]);
        }

        return milliseconds;
    }

    private static LeNet5 Load()
    {
        using Stream weights = Assembly.GetExecutingAssembly().GetManifestResourceStream("lenet5.safetensors")!;
        return LeNet5.Load(weights);
    }
}
