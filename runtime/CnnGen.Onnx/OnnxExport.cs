using CnnGen.Onnx.Export;
using CnnGen.Runtime;

namespace CnnGen.Onnx;

/// <summary>Networks to ONNX files.</summary>
public static class OnnxExport
{
    /// <summary>
    /// Writes the network with its parameters as they are now, as an ONNX model (operator set 17): inputs and outputs have the shapes and
    /// layouts of the network's, behind an open batch dimension; parameters keep PyTorch's names. The file is replaced as a whole or
    /// not at all, wherever a rename is possible.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, usually <c>*.onnx</c>.</param>
    /// <exception cref="NotSupportedException">A layer has no equivalent, or the parameters exceed 2 GiB.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void SaveOnnx<T>(this T network, string path)
        where T : INetwork<T> =>
        AtomicFile.Write(path, stream => network.SaveOnnx(stream));

    /// <summary>The same at a stream's position; the stream stays open.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">Where to.</param>
    /// <exception cref="NotSupportedException">A layer has no equivalent, or the parameters exceed 2 GiB.</exception>
    public static void SaveOnnx<T>(this T network, Stream stream)
        where T : INetwork<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        Dictionary<string, ParameterInfo> byName = T.Info.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        var parameters = new ParameterSource(
            byName.GetValueOrDefault, parameter => network.Parameter(parameter.Name).ToArray());
        NetworkExport.Write(NetworkExport.Model(T.Info, parameters), stream);
    }
}
