using CnnGen.Benchmarks.Suites;

namespace CnnGen.Benchmarks.Peers;

/// <summary>CnnGen's <c>Predict</c> against ONNX Runtime on the same weights and the same input, in one process, in turns.</summary>
/// <param name="api">The loaded library.</param>
/// <param name="models">The folder with the exported networks.</param>
public sealed class InferenceComparison(OrtApi api, string models)
{
    private const int Rounds = 61;
    private const float Tolerance = 1e-4f;
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(10);

    /// <summary>Times one network; throws when the two outputs differ.</summary>
    /// <param name="name">The name in the table.</param>
    /// <param name="file">The exported file without extension.</param>
    /// <param name="goal">The least ratio we want.</param>
    public Row Run<T>(string name, string file, double? goal)
        where T : INetwork<T>
    {
        var subject = new Subject<T>(T.Load(Path.Combine(models, file + ".safetensors")));
        var (input, output) = (T.Info.Inputs[0], T.Info.Outputs[0]);
        using var session = new OrtSession(api, Path.Combine(models, file + ".onnx"), input.Shape, output.Shape);
        ToChannelsFirst(subject.Input, input).CopyTo(session.Input);
        session.Run();
        Compare(name, ToChannelsFirst(subject.Output, output), session.Output);
        var (ours, peer) = Stopclock.Interleave(() => subject.Predict(), session.Run, Rounds, Burst);
        return new Row(name, ours, peer, "µs", goal);
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
