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
