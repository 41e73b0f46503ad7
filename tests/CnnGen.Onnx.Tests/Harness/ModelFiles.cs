using Google.Protobuf;
using Onnx;

namespace CnnGen.Onnx.Tests;

/// <summary>Models that were exported from PyTorch.</summary>
internal static class ModelFiles
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Models", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path(name));

    /// <summary>A model that was committed without its weights, with zeros in their place.</summary>
    public static MemoryStream WithZeros(string name)
    {
        ModelProto model = ModelProto.Parser.ParseFrom(Bytes(name));
        foreach (TensorProto tensor in model.Graph.Initializer.Where(tensor => tensor.RawData.IsEmpty && tensor.FloatData.Count == 0))
        {
            tensor.RawData = ByteString.CopyFrom(new byte[sizeof(float) * tensor.Dims.Aggregate(1L, (a, b) => a * b)]);
        }

        return new(model.ToByteArray());
    }
}
