using CnnGen.Benchmarks.Suites;

namespace CnnGen.Benchmarks.Peers;

/// <summary>CnnGen's <c>Predict</c> against ONNX Runtime on the same weights and the same input, in one process, in turns.</summary>
/// <param name="api">The loaded library.</param>
/// <param name="models">The folder with the exported networks.</param>
public sealed class InferenceComparison(OrtApi api, string models)
{
    private const int Rounds = 61;
    private const int LargeRounds = 15;
    private const float Tolerance = 1e-4f;
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(10);

    /// <summary>Times one network; throws when the two outputs differ.</summary>
    /// <param name="name">The name in the table.</param>
    /// <param name="file">The exported file without extension.</param>
    /// <param name="goal">The least ratio we want.</param>
    public Row Run<T>(string name, string file, double? goal)
        where T : INetwork<T>
    {
        var (ours, peer) = Run<T>(name, file, Rounds);
        return new Row(name, ours, peer, "µs", goal);
    }

    /// <summary>Times a network that takes milliseconds.</summary>
    public Row RunLarge<T>(string name, double? goal)
        where T : INetwork<T>
    {
        var (ours, peer) = Run<T>(name, typeof(T).Name, LargeRounds);
        return new Row(name, ours / 1000, peer / 1000, "ms", goal);
    }

    /// <summary>Times <c>Predict</c> on one thread and on two, in turns; here the peer is the single thread.</summary>
    public static Row RunThreads<T>(T network, string name, double? goal)
        where T : INetwork<T>
    {
        T parallel = network.Fork();
        parallel.Threads = 2;
        Subject<T> alone = new(network), together = new(parallel);
        var (one, two) = Stopclock.Interleave(() => alone.Predict(), () => together.Predict(), LargeRounds, Burst);
        return new Row(name, two / 1000, one / 1000, "ms", goal);
    }

    private (double Ours, double Peer) Run<T>(string name, string file, int rounds)
        where T : INetwork<T>
    {
        var subject = new Subject<T>(T.Load(Path.Combine(models, file + ".safetensors")));
        var (input, output) = (T.Info.Inputs[0], T.Info.Outputs[0]);
        using var session = new OrtSession(api, Path.Combine(models, file + ".onnx"), input.Shape, output.Shape);
        ToChannelsFirst(subject.Input, input).CopyTo(session.Input);
        session.Run();
        Compare(name, ToChannelsFirst(subject.Output, output), session.Output);
        return Stopclock.Interleave(() => subject.Predict(), session.Run, rounds, Burst);
    }

    /// <summary>Microseconds of <c>Predict</c> and of that many rounds of <see cref="FmaPeak"/>, in turns.</summary>
    public static (double Time, double Peak) AgainstPeak<T>(T network, int rounds)
        where T : INetwork<T>
    {
        var subject = new Subject<T>(network);
        return Stopclock.Interleave(() => subject.Predict(), () => FmaPeak.Run(rounds, 0.999f, 1e-6f), Rounds, Burst);
    }

    private static void Compare(string name, ReadOnlySpan<float> ours, ReadOnlySpan<float> peers)
    {
        float largest = 0, difference = 0;
        for (int i = 0; i < ours.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(peers[i]));
            difference = Math.Max(difference, Math.Abs(ours[i] - peers[i]));
        }

        if (!(difference <= Tolerance * largest))
        {
            throw new InvalidDataException(
                $"{name}: outputs differ by {difference} where the largest is {largest}; at most {Tolerance} of it is expected.");
        }
    }

    /// <summary>The values as ONNX Runtime orders them.</summary>
    private static float[] ToChannelsFirst(float[] values, TensorInfo tensor)
    {
        if (tensor.Layout == TensorLayout.ChannelsFirst)
        {
            return values;
        }

        int channels = tensor.Shape[0], pixels = values.Length / channels;
        float[] result = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            result[i % channels * pixels + i / channels] = values[i];
        }

        return result;
    }
}
