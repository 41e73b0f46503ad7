using System.Reflection;
using CnnGen.EndToEnd.Tests.Support;
using CnnGen.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CnnGen.Tool.Tests.Export;

/// <summary>A network and what ONNX Runtime makes of its export, on the same inputs.</summary>
internal static class OnnxComparison
{
    /// <summary>The largest error of any output, relative to that output's largest element.</summary>
    /// <param name="network">An <see cref="INetwork{T}"/>.</param>
    /// <param name="inputs">One sample or several.</param>
    public static double Error(object network, float[] inputs) => (double)typeof(OnnxComparison)
        .GetMethod(nameof(Compare), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(network.GetType())
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [network, inputs], null)!;

    private static double Compare<T>(T network, float[] inputs)
        where T : INetwork<T>
    {
        NetworkInfo info = T.Info;
        int batch = inputs.Length / info.Inputs[0].Length, length = info.Outputs.Sum(output => output.Length);
        float[] actual = new float[batch * length];
        network.PredictBatch(inputs, actual);
        using var model = new MemoryStream();
        network.SaveOnnx(model);
        float[][] expected = Run(model.ToArray(), info, inputs, batch);
        double worst = 0;
        for (int i = 0, first = 0; i < expected.Length; first += info.Outputs[i].Length, i++)
        {
            float[] found = [.. Enumerable.Range(0, batch).SelectMany(
                sample => actual.AsSpan(sample * length + first, info.Outputs[i].Length).ToArray())];
            worst = Math.Max(worst, Tolerance.Error(Array.ConvertAll(expected[i], value => (double)value), found));
        }

        return worst;
    }

    /// <summary>Each output of the model, for all samples.</summary>
    private static float[][] Run(byte[] model, NetworkInfo info, float[] inputs, int batch)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using var session = new InferenceSession(model, options);
        TensorInfo input = info.Inputs[0];
        var tensor = new DenseTensor<float>(inputs, [batch, .. Ordered(input)]);
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results =
            session.Run([NamedOnnxValue.CreateFromTensor(session.InputNames.Single(), tensor)], session.OutputNames);
        Assert.Equal(info.Outputs.Count, results.Count);
        return [.. results.Zip(info.Outputs, (result, output) =>
        {
            Tensor<float> values = result.AsTensor<float>();
            Assert.Equal([batch, .. Ordered(output)], values.Dimensions.ToArray());
            return values.ToArray();
        })];
    }

    /// <summary>The shape as the caller's span has it.</summary>
    private static int[] Ordered(TensorInfo tensor) => tensor is { Layout: TensorLayout.ChannelsLast, Shape.Count: 3 }
        ? [tensor.Shape[1], tensor.Shape[2], tensor.Shape[0]]
        : [.. tensor.Shape];
}
