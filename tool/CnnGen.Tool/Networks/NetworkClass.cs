using System.Reflection;
using CnnGen.Formats;
using CnnGen.Onnx;

namespace CnnGen.Tool.Networks;

/// <summary>A network class that was compiled elsewhere.</summary>
internal sealed class NetworkClass(Type type)
{
    public string Name => type.Name;

    public string FullName => type.FullName ?? type.Name;

    /// <summary>What the compiler knows of it.</summary>
    public NetworkInfo Info => (NetworkInfo)Call(nameof(InfoOf))!;

    /// <summary>Bytes of working memory of <c>Predict</c> on one thread.</summary>
    public long ArenaBytes => type.GetField("ArenaBytes")?.GetRawConstantValue() is long bytes ? bytes : 0;

    public static bool IsNetwork(Type type) => !type.IsAbstract && !type.IsGenericTypeDefinition && type.GetInterfaces().Any(contract =>
        contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(INetwork<>) && contract.GetGenericArguments()[0] == type);

    /// <summary>Writes it as an ONNX model, with the weights of a file of tensors.</summary>
    public void Export(string weights, string target) => Call(nameof(ExportOf), weights, target);

    /// <summary>Each output of all samples, with the weights of an import.</summary>
    public float[][] Predict(ImportResult import, float[] samples, int count) =>
        (float[][])Call(nameof(PredictOf), import, samples, count)!;

    private static float[][] PredictOf<T>(ImportResult import, float[] samples, int count)
        where T : INetwork<T>
    {
        int[] lengths = [.. T.Info.Outputs.Select(output => output.Length)];
        if (T.Info.Inputs[0].Length * count != samples.Length
            || !lengths.SequenceEqual(import.Outputs.Select(output => output.Batch == count ? output.SampleLength : -1)))
        {
            throw new InvalidDataException(
                $"expected inputs and outputs as the model's import has them, found {T.Info.Name} with "
                + $"{string.Join(", ", T.Info.Inputs.Concat(T.Info.Outputs))}");
        }

        using var weights = new MemoryStream();
        import.SaveWeights(weights);
        weights.Position = 0;
        float[] all = new float[lengths.Sum() * count];
        T.Load(weights).PredictBatch(samples, all);
        return [.. lengths.Select((length, i) => Enumerable.Range(0, count)
            .SelectMany(sample => all.AsSpan(sample * lengths.Sum() + lengths.Take(i).Sum(), length).ToArray()).ToArray())];
    }

    private static NetworkInfo InfoOf<T>()
        where T : INetwork<T> => T.Info;

    private static void ExportOf<T>(string weights, string target)
        where T : INetwork<T> => Load<T>(weights).SaveOnnx(target);

    private static T Load<T>(string weights)
        where T : INetwork<T>
    {
        using (TensorFile file = TensorFile.Open(weights))
        {
            if (file.Format != TensorFile.Safetensors)
            {
                using var stream = new MemoryStream();
                TensorFile.Write(stream, file.Tensors);
                stream.Position = 0;
                return T.Load(stream);
            }
        }

        return T.Load(weights);
    }

    private object? Call(string method, params object[] arguments) => typeof(NetworkClass)
        .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(type)
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
