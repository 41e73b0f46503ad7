using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CnnGen.EndToEnd.Tests.Support;

/// <summary>A second, independent implementation of the file format, for golden files and for files that PyTorch would write.</summary>
internal static class Safetensors
{
    public static Dictionary<string, double[]> Read(byte[] file)
    {
        int headerLength = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, headerLength));
        var tensors = new Dictionary<string, double[]>();
        foreach (JsonProperty entry in header.RootElement.EnumerateObject().Where(e => e.Name != "__metadata__"))
        {
            JsonElement offsets = entry.Value.GetProperty("data_offsets");
            int begin = offsets[0].GetInt32();
            ReadOnlySpan<byte> raw = file.AsSpan(8 + headerLength + begin, offsets[1].GetInt32() - begin);
            tensors[entry.Name] = entry.Value.GetProperty("dtype").GetString() == "F32"
                ? [.. MemoryMarshal.Cast<byte, float>(raw).ToArray().Select(v => (double)v)]
                : MemoryMarshal.Cast<byte, double>(raw).ToArray();
        }
        return tensors;
    }

    public static byte[] Write(IEnumerable<(string Name, IReadOnlyList<int> Shape, float[] Values)> tensors)
    {
        var header = new Dictionary<string, object>();
        var data = new MemoryStream();
        foreach ((string name, IReadOnlyList<int> shape, float[] values) in tensors)
        {
            long begin = data.Length;
            data.Write(MemoryMarshal.AsBytes<float>(values));
            header[name] = new { dtype = "F32", shape, data_offsets = new[] { begin, data.Length } };
        }
        return Assemble(JsonSerializer.Serialize(header), data.ToArray());
    }

    /// <summary>A file from the text of its header and its data.</summary>
    public static byte[] Assemble(string header, ReadOnlySpan<byte> data)
    {
        byte[] text = System.Text.Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        return [.. length, .. text, .. data];
    }
}
