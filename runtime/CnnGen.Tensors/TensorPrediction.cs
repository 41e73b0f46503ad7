using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace CnnGen;

/// <summary>
/// Predictions on tensor spans. Their shapes must be those of the network. Dense spans are used where they are and nothing is allocated;
/// strided ones are copied through an array of the shared pool.
/// </summary>
public static class TensorPrediction
{
    /// <summary>Computes the outputs of one sample.</summary>
    /// <param name="network">The network.</param>
    /// <param name="input">The shape of the network's input: C×H×W (H×W×C for channels last), or its features.</param>
    /// <param name="output">The shape of its output; of several outputs one vector, in which they follow one another.</param>
    /// <exception cref="ArgumentException">A shape is another one; nothing is written then.</exception>
    public static void Predict<T>(this T network, in ReadOnlyTensorSpan<float> input, in TensorSpan<float> output)
        where T : INetwork<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        TensorShape.Of(T.Info.Inputs).Check(input.Lengths, nameof(input));
        TensorShape.Of(T.Info.Outputs).Check(output.Lengths, nameof(output));
        Run(network, input, output, isBatch: false);
    }

    /// <summary>Computes the outputs of any number of samples.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The number of samples × the shape of the network's input.</param>
    /// <param name="outputs">The same number × the shape of its output.</param>
    /// <exception cref="ArgumentException">A shape is another one; nothing is written then.</exception>
    public static void PredictBatch<T>(this T network, in ReadOnlyTensorSpan<float> inputs, in TensorSpan<float> outputs)
        where T : INetwork<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        nint samples = TensorShape.Of(T.Info.Inputs).CheckBatch(inputs.Lengths, samples: null, nameof(inputs));
        TensorShape.Of(T.Info.Outputs).CheckBatch(outputs.Lengths, samples, nameof(outputs));
        Run(network, inputs, outputs, isBatch: true);
    }

    private static void Run<T>(T network, in ReadOnlyTensorSpan<float> input, in TensorSpan<float> output, bool isBatch)
        where T : INetwork<T>
    {
        float[]? inputCopy = input.IsDense ? null : ArrayPool<float>.Shared.Rent(checked((int)input.FlattenedLength));
        float[]? outputCopy = output.IsDense ? null : ArrayPool<float>.Shared.Rent(checked((int)output.FlattenedLength));
        try
        {
            ReadOnlySpan<float> from = inputCopy is null ? Dense(input) : Copy(input, inputCopy);
            Span<float> to = outputCopy is null ? Dense(output) : outputCopy.AsSpan(0, (int)output.FlattenedLength);
            if (isBatch)
            {
                network.PredictBatch(from, to);
            }
            else
            {
                network.Predict(from, to);
            }

            if (outputCopy is not null)
            {
                new ReadOnlyTensorSpan<float>(outputCopy, output.Lengths).CopyTo(output);
            }
        }
        finally
        {
            Return(inputCopy);
            Return(outputCopy);
        }
    }

    private static ReadOnlySpan<float> Copy(in ReadOnlyTensorSpan<float> tensor, float[] buffer)
    {
        tensor.FlattenTo(buffer);
        return buffer.AsSpan(0, (int)tensor.FlattenedLength);
    }

    private static ReadOnlySpan<float> Dense(in ReadOnlyTensorSpan<float> tensor) =>
        MemoryMarshal.CreateReadOnlySpan(in tensor.GetPinnableReference(), checked((int)tensor.FlattenedLength));

    private static Span<float> Dense(in TensorSpan<float> tensor) =>
        MemoryMarshal.CreateSpan(ref tensor.GetPinnableReference(), checked((int)tensor.FlattenedLength));

    private static void Return(float[]? array)
    {
        if (array is not null)
        {
            ArrayPool<float>.Shared.Return(array);
        }
    }
}
