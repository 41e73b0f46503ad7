using Google.Protobuf;
using Onnx;

namespace CnnGen.Samples.ImageNet;

/// <summary>What the model's preprocessing subtracts: a number for each pixel of 3×224×224, blue, green, red.</summary>
internal static class MeanImage
{
    private const string Name = "MeanImage";

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or has no such image.</exception>
    public static float[] Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        try
        {
            TensorProto? mean = ModelProto.Parser.ParseFrom(stream).Graph?.Initializer.SingleOrDefault(tensor => tensor.Name == Name);
            return mean?.FloatData.Count == PhotoReader.Length
                ? [.. mean.FloatData]
                : throw new InvalidDataException(
                    $"'{path}': expected {PhotoReader.Length} numbers in '{Name}', found {mean?.FloatData.Count ?? 0}");
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new InvalidDataException($"'{path}': expected an ONNX model: {exception.Message}", exception);
        }
    }
}
