using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace CnnGen.Runtime.Tests;

/// <summary>Files in the safetensors format, written tensor by tensor.</summary>
internal static class TensorFile
{
    /// <summary>A vector of any type.</summary>
    public static (string Name, string Type, string Shape, byte[] Data) Vector<T>(string name, string type, params T[] values)
        where T : unmanaged => (name, type, $"[{values.Length}]", MemoryMarshal.AsBytes<T>(values).ToArray());

    /// <summary>The file's bytes; the header is padded to <paramref name="headerLength"/>.</summary>
    public static byte[] Of(int headerLength, params (string Name, string Type, string Shape, byte[] Data)[] tensors)
    {
        var entries = new List<string>();
        int position = 0;
        foreach ((string name, string type, string shape, byte[] data) in tensors)
        {
            int end = position + data.Length;
            entries.Add($"\"{name}\":{{\"dtype\":\"{type}\",\"shape\":{shape},\"data_offsets\":[{position},{end}]}}");
            position = end;
        }

        byte[] json = Encoding.UTF8.GetBytes($"{{{string.Join(',', entries)}}}".PadRight(headerLength));
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. tensors.SelectMany(tensor => tensor.Data)];
    }

    /// <summary>The file's bytes.</summary>
    public static byte[] Of(params (string Name, string Type, string Shape, byte[] Data)[] tensors) => Of(0, tensors);

    /// <summary>Parameters that are vectors, one after another.</summary>
    public static ParameterInfo[] Parameters(params (string Name, int Length)[] vectors)
    {
        int offset = 0;
        return [.. vectors.Select(vector => new ParameterInfo(
            vector.Name, [vector.Length], (offset += vector.Length) - vector.Length, vector.Length, IsTrainable: true))];
    }

    /// <summary>What the file holds for the parameters.</summary>
    public static float[] Load(byte[] file, ParameterInfo[] parameters)
    {
        float[] values = new float[parameters.Sum(parameter => parameter.Length)];
        Safetensors.Load(new MemoryStream(file), parameters, values);
        return values;
    }

    /// <summary>Why the file is refused.</summary>
    public static string Refusal(byte[] file, params (string Name, int Length)[] vectors) =>
        Assert.Throws<InvalidDataException>(() => Load(file, Parameters(vectors))).Message;
}
