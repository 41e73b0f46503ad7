using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator.Tests;

/// <summary>A file that a project embeds for networks, as the package's targets hand it to the compiler.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Networks">As <c>Network</c> names them.</param>
public sealed record EmbeddedFile(string Path, string Networks)
{
    /// <summary>What the targets make of <c>Network</c>.</summary>
    public string Resource => $"CnnGen.Weights/{Networks}";

    /// <summary>The file without its text: weights have none, and whoever asks for it reads megabytes.</summary>
    internal AdditionalText ToAdditionalText() => new Untold(Path);

    private sealed class Untold(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) =>
            throw new HarnessException("the text of a file of weights was asked for");
    }
}

/// <summary>A folder with files of weights, while a test runs.</summary>
public sealed class WeightsFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-gewichte-ü").FullName;

    /// <summary>A compiler of a project that embeds these tensors in <c>net.safetensors</c> for the class Net.</summary>
    public NetworkCompiler Compiler(params string[] tensors) => new() { Weights = [new(Write("net.safetensors", tensors), "Net")] };

    /// <summary>Where a file of this name is, or would be.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>Writes what there is to embed.</summary>
    /// <param name="name">The file's.</param>
    /// <param name="tensors">Each as <c>fc.weight F32 2×4</c>; the numbers are 1, 2, 3 and so on.</param>
    public string Write(string name, params string[] tensors) => Write(name, Of(tensors));

    /// <summary>Writes any bytes.</summary>
    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>A file's bytes.</summary>
    public static byte[] Of(params string[] tensors)
    {
        var entries = new List<string>();
        var data = new List<byte>();
        foreach (string[] tensor in tensors.Select(text => text.Split(' ')))
        {
            int[] shape = [.. tensor.ElementAtOrDefault(2)?.Split('×').Select(size => int.Parse(size, CultureInfo.InvariantCulture)) ?? []];
            int begin = data.Count;
            for (int i = 1; i <= shape.Aggregate(1, (count, size) => count * size); i++)
            {
                data.AddRange(Number(tensor[1], i));
            }

            entries.Add($"\"{tensor[0]}\":{{\"dtype\":\"{tensor[1]}\",\"shape\":[{string.Join(',', shape)}],"
                + $"\"data_offsets\":[{begin},{data.Count}]}}");
        }

        return Of($"{{{string.Join(',', entries)}}}", [.. data]);
    }

    /// <summary>A file with this header.</summary>
    public static byte[] Of(string header, byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. data];
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Number(string type, int value) => type switch
    {
        "F32" => BitConverter.GetBytes((float)value),
        "F16" => BitConverter.GetBytes((Half)value),
        "BF16" => BitConverter.GetBytes((float)value)[2..],
        "F64" => BitConverter.GetBytes((double)value),
        "I64" => BitConverter.GetBytes((long)value),
        _ => throw new HarnessException($"no numbers of type {type}"),
    };
}
