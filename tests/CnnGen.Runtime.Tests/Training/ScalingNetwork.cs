namespace CnnGen.Runtime.Tests;

/// <summary>A network's output shape.</summary>
public interface IShape
{
    static abstract int[] Dimensions { get; }

    static virtual TensorLayout Layout => TensorLayout.ChannelsFirst;

    /// <summary>The shapes of several outputs, one behind the other.</summary>
    static virtual int[][]? Outputs => null;
}

/// <summary>Ten scores.</summary>
public readonly struct Ten : IShape
{
    public static int[] Dimensions => [10];
}

/// <summary>Three classes over 3×7 pixels.</summary>
public readonly struct Map : IShape
{
    public static int[] Dimensions => [3, 3, 7];
}

/// <summary>The same with the classes of a pixel side by side.</summary>
public readonly struct MapOfPixels : IShape
{
    public static int[] Dimensions => Map.Dimensions;

    public static TensorLayout Layout => TensorLayout.ChannelsLast;
}

/// <summary>One class over 3×7 pixels.</summary>
public readonly struct One : IShape
{
    public static int[] Dimensions => [1, 3, 7];
}

/// <summary>Two heads with the same classes.</summary>
public readonly struct Twins : IShape
{
    public static int[] Dimensions => [8];

    public static int[][] Outputs => [[4], [4]];
}

/// <summary>Five scores, and three classes over 2×2 pixels.</summary>
public readonly struct ScoresAndMap : IShape
{
    public static int[] Dimensions => [17];

    public static int[][] Outputs => [[5], [3, 2, 2]];
}

/// <summary>More elements than one block of an optimizer.</summary>
public readonly struct Long : IShape
{
    public static int[] Dimensions => [50_003];
}

/// <summary>The smallest trainable network: y = w·x element by element, with a buffer behind its weights.</summary>
public sealed class ScalingNetwork<TShape> : ITrainableNetwork<ScalingNetwork<TShape>>
    where TShape : IShape
{
    private static readonly int Length = TShape.Dimensions.Aggregate(1, (a, b) => a * b);

    public static NetworkInfo Info { get; } = new(
        "Scaling",
        [new("input", TShape.Dimensions, Length) { Layout = TShape.Layout }],
        [.. (TShape.Outputs ?? [TShape.Dimensions]).Select((shape, i) =>
            new TensorInfo(i == 0 ? "output" : $"output{i}", shape, shape.Aggregate(1, (a, b) => a * b)) { Layout = TShape.Layout })],
        [],
        [new("weight", [Length], 0, Length, true), new("buffer", [1], Length, 1, false)]);

    public float[] Weights { get; } = [.. Enumerable.Repeat(1f, Length + 1)];

    public Span<float> Parameters => Weights;

    public int Threads { get; set; } = 1;

    public ScalingPass? Pass { get; private set; }

    public TrainingPass CreateTrainingPass(int batchSize, ThreadTeam team) => Pass = new ScalingPass(Weights, Length, batchSize);

    public static ScalingNetwork<TShape> Load(string path) => throw new NotSupportedException();

    public static ScalingNetwork<TShape> Load(Stream stream) => throw new NotSupportedException();

    public void Save(string path) => throw new NotSupportedException();

    public void Predict(ReadOnlySpan<float> input, Span<float> output) => throw new NotSupportedException();

    public void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

    public ScalingNetwork<TShape> Fork() => throw new NotSupportedException();
}

/// <summary>Forward and backward of <see cref="ScalingNetwork{TShape}"/>.</summary>
public sealed class ScalingPass(float[] weights, int length, int batchSize) : TrainingPass
{
    private readonly float[] _inputs = new float[batchSize * length];
    private readonly float[] _outputs = new float[batchSize * length];
    private readonly float[] _outputGradients = new float[batchSize * length];
    private readonly float[] _gradients = new float[length];
    private int _count;

    public int ForwardCalls { get; private set; }

    public int ParameterChanges { get; private set; }

    public override int BatchSize => batchSize;

    public override int InputLength => length;

    public override int OutputLength => length;

    public override Span<float> Outputs => _outputs;

    public override Span<float> OutputGradients => _outputGradients;

    public override Span<float> PackedParameters => weights.AsSpan(0, length);

    public override Span<float> PackedGradients => _gradients;

    public override int ParametersLength => length + 1;

    public override void Forward(ReadOnlySpan<float> inputs, int count)
    {
        ForwardCalls++;
        _count = count;
        inputs.CopyTo(_inputs);
        for (int i = 0; i < count * length; i++)
        {
            _outputs[i] = inputs[i] * weights[i % length];
        }
    }

    public override void Backward()
    {
        Array.Clear(_gradients);
        for (int i = 0; i < _count * length; i++)
        {
            _gradients[i % length] += _outputGradients[i] * _inputs[i];
        }
    }

    public override void ComputeInputGradients(Span<float> destination)
    {
        for (int i = 0; i < _count * length; i++)
        {
            destination[i] = _outputGradients[i] * weights[i % length];
        }
    }

    public override void UnpackGradients(Span<float> destination)
    {
        _gradients.CopyTo(destination);
        destination[length] = 0f;
    }

    public override void Begin()
    {
    }

    public override void End(bool hasChanged) => ParameterChanges += hasChanged ? 1 : 0;

    public override void Run(int step, int begin, int end) => throw new NotSupportedException();
}
