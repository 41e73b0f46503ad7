using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace CnnGen.Runtime.Tests;

public sealed class SafetensorsTests : IDisposable
{
    private const float Untouched = -77f;
    private const string A = """ "a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]} """;
    private const string B = """ "b.größe":{"dtype":"F32","shape":[4],"data_offsets":[24,40]} """;
    private const string Good = "{" + A + "," + B + "}";

    private static readonly ParameterInfo[] Parameters =
    [
        new("a", [2, 3], Offset: 0, Length: 6, IsTrainable: true),
        new("b.größe", [4], Offset: 6, Length: 4, IsTrainable: false),
    ];

    private static readonly float[] Values = [.. Enumerable.Range(1, 10).Select(i => i * 0.5f)];

    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-safetensors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void SavedFileLoadsAgain()
    {
        string path = Path.Combine(_folder, "weights.safetensors");
        Safetensors.Save(path, Parameters, Values);
        Safetensors.Save(path, Parameters, Values);
        float[] loaded = new float[10];
        Safetensors.Load(path, Parameters, loaded);
        Assert.Equal(Values, loaded);
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void SavedFileIsAlignedAndNamesItsFormat()
    {
        string path = Path.Combine(_folder, "weights.safetensors");
        Safetensors.Save(path, Parameters, Values);
        byte[] bytes = File.ReadAllBytes(path);
        int header = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(0, header % 8);
        Assert.Equal(8 + header + 40, bytes.Length);
        string json = Encoding.UTF8.GetString(bytes, 8, header);
        Assert.StartsWith("""{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},""", json);
        Assert.Equal(MemoryMarshal.AsBytes(Values.AsSpan()).ToArray(), bytes[(8 + header)..]);
    }

    [Fact]
    public void SavesIntoAStreamWhereItStands()
    {
        string path = Path.Combine(_folder, "weights.safetensors");
        Safetensors.Save(path, Parameters, Values);
        using var stream = new MemoryStream();
        stream.WriteByte(1);
        Safetensors.Save(stream, Parameters, Values);
        stream.WriteByte(2);
        Assert.Equal([1, .. File.ReadAllBytes(path), 2], stream.ToArray());
        Assert.Throws<ArgumentNullException>(() => Safetensors.Save((Stream)null!, Parameters, Values));
    }

    [Fact]
    public void LoadsFromAStreamThatCannotSeek()
    {
        float[] loaded = new float[10];
        Safetensors.Load(new Trickle(Bytes(Good)), Parameters, loaded);
        Assert.Equal(Values, loaded);
    }

    [Fact]
    public void LoadsTensorsInAnyOrder()
    {
        string header =
            """
            {"b.gr\u00f6\u00dfe":{"shape":[4],"data_offsets":[0,16],"dtype":"F32"},
             "a":{"dtype":"F32","shape":[2,3],"data_offsets":[16,40]}}
            """;
        float[] loaded = Load(header, [.. Values[6..], .. Values[..6]]);
        Assert.Equal(Values, loaded);
    }

    [Theory]
    [InlineData("[2,3,1,1]")]
    [InlineData("[2,3,1]")]
    public void TrailingOnesDoNotCount(string shape) =>
        Assert.Equal(Values, Load(Good.Replace("[2,3]", shape), Values));

    [Fact]
    public void MetadataAndBatchCountersAreIgnored()
    {
        string header = "{\"__metadata__\":{\"format\":\"pt\",\"note\":\"x\"}," + A + "," + B
            + ""","bn.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[40,48]}}   """;
        Assert.Equal(Values, Load(header, [.. Values, 0, 0]));
    }

    [Fact]
    public void ABareParameterIsTheWeightOfALayer()
    {
        const string Bare = "\"block.layer_scale\":{\"dtype\":\"F32\",\"shape\":[2,1,1],\"data_offsets\":[0,8]}";
        ParameterInfo[] parameters = [new("block.layer_scale.weight", [2], 0, 2, true)];
        float[] loaded = new float[2];
        Safetensors.Load(new MemoryStream(Bytes($"{{{Bare}}}", [3, 4])), parameters, loaded);
        Assert.Equal([3, 4], loaded);
    }

    // A row: what the header is, and what the message must say besides the source.
    public static TheoryData<string, string> BadHeaders => new()
    {
        { "", "JSON" },
        { "xyz", "JSON" },
        { "[]", "expected JSON StartObject" },
        { "null", "expected JSON StartObject" },
        { Good + "x", "JSON" },
        { Good[..^1], "JSON" },
        { new string('[', 100), "expected JSON StartObject" },
        { "{\"a\":" + new string('[', 10_000), "expected JSON StartObject" },
        { "{\"a\":{\"shape\":" + new string('[', 10_000), "expected integers" },
        { "{" + A + "," + A + "," + B + "}", "tensor 'a': expected one entry" },
        { Good.Replace("[0,24]", "[24,0]"), "tensor 'a'" },
        { Good.Replace("[0,24]", "[0,20]"), "tensor 'a': expected 24 bytes for F32 2×3, found data_offsets [0, 20]" },
        { Good.Replace("[24,40]", "[20,36]"), "overlap" },
        { Good.Replace("[24,40]", "[28,44]"), "gap" },
        { Good.Replace("[0,24]", "[4,28]"), "gap" },
        { Good.Replace("[24,40]", "[24,9223372036854775807]"), "expected 16 bytes" },
        { Good.Replace("[24,40]", "[24,9223372036854775808]"), "integers" },
        { Good.Replace("[24,40]", "[-1,40]"), "integers" },
        { Good.Replace("[24,40]", "[24.5,40]"), "integers" },
        { Good.Replace("[24,40]", "[24]"), "two data_offsets" },
        { Good.Replace("[24,40]", "[24,40,41]"), "two data_offsets" },
        { Good.Replace("[4]", "[4294967296,4294967296]"), "2⁶³" },
        { Good.Replace("[4]", "[9223372036854775807,9223372036854775807,9223372036854775807,0]"), "2⁶³" },
        { Good.Replace("[4]", "[0]"), "expected 0 bytes" },
        { Good.Replace("[2,3]", "[3,2]"), "tensor 'a': expected shape 2×3, found 3×2" },
        { Good.Replace("[2,3]", "[6]"), "tensor 'a': expected shape 2×3, found 6" },
        { Good.Replace("[2,3]", "[1,2,3]"), "tensor 'a': expected shape 2×3, found 1×2×3" },
        { Good.Replace("\"F32\",\"shape\":[2,3]", "\"I32\",\"shape\":[2,3]"), "tensor 'a': expected dtype F32, found I32" },
        { Good.Replace("\"F32\",\"shape\":[2,3]", "\"F64\",\"shape\":[3]"), "tensor 'a': expected shape 2×3, found 3" },
        { Good.Replace("\"F32\",\"shape\":[2,3]", "\"BF16\",\"shape\":[12]"), "tensor 'a': expected shape 2×3, found 12" },
        { Good.Replace("F32", "F99"), "expected dtype F32, found 'F99'" },
        { Good.Replace("\"F32\"", "32"), "dtype: expected JSON String" },
        { Good.Replace("\"shape\":[4],", ""), "expected dtype, shape and two data_offsets" },
        { Good.Replace("\"shape\":[4],", "\"shape\":[4],\"shape\":[4],"), "once each" },
        { Good.Replace("\"shape\":[4],", "\"shape\":[4],\"stride\":[1],"), "'stride'" },
        { Good.Replace("\"a\"", "\"c\""), "expected tensor 'a' (F32 2×3), found tensor 'c' (F32 2×3)" },
        { "{" + A + "}", "expected tensor 'b.größe' (F32 4), found no tensor" },
        {
            Good[..^1] + ""","x":{"dtype":"U8","shape":[0],"data_offsets":[40,40]}}""",
            "expected no other tensors, found tensor 'x' (U8 0)"
        },
        { "{\"__metadata__\":{\"n\":1}," + A + "," + B + "}", "__metadata__: expected JSON String" },
        { "{\"__metadata__\":[]," + A + "," + B + "}", "__metadata__: expected JSON StartObject" },
        { "{\"\\ud800\":{}," + A + "," + B + "}", "" },
    };

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public void BadHeaderIsRejected(string header, string expected)
    {
        // Streams without a length come to the same end, and their data is long enough for any of the headers' claims.
        AssertRejected(new Trickle(Bytes(header)), expected);
        AssertRejected(new MemoryStream(Bytes(header)), expected.Length == 0 || header.Length < 500 ? "" : expected);
    }

    [Fact]
    public void InvalidUtf8IsRejected()
    {
        byte[] file = Bytes(Good.Replace("größe", "gr??e"));
        file.AsSpan().Replace((byte)'?', (byte)0xFF);
        AssertRejected(new MemoryStream(file), "");
    }

    [Fact]
    public void EveryTruncationIsRejected()
    {
        byte[] file = Bytes(Good);
        for (int length = 0; length < file.Length; length++)
        {
            AssertRejected(new MemoryStream(file[..length]), "found");
            AssertRejected(new Trickle(file[..length]), "found");
        }
    }

    [Fact]
    public void ExtraBytesAreRejected()
    {
        byte[] file = [.. Bytes(Good), 0];
        AssertRejected(new MemoryStream(file), "expected 40 bytes of data after the header, found 41");
        AssertRejected(new Trickle(file), "expected 40 bytes of data after the header, found more");
    }

    [Theory]
    [InlineData(1000, "expected a header of 1000 bytes")]
    [InlineData(99_999_999, "expected a header of 99999999 bytes")]
    [InlineData(100_000_001, "at most 100000000")]
    [InlineData(-1, "at most 100000000 bytes, found 18446744073709551615")]
    [InlineData(0, "JSON")]
    public void FalseHeaderLengthIsRejected(long length, string expected)
    {
        byte[] file = Bytes(Good);
        BinaryPrimitives.WriteInt64LittleEndian(file, length);
        AssertRejected(new MemoryStream(file), expected);
        AssertRejected(new Trickle(file), expected);
    }

    [Fact]
    public void RandomDamageIsRejectedOrHarmless()
    {
        var random = new Random(20240);
        byte[] good = Bytes(Good);
        int rejected = 0;
        for (int round = 0; round < 20_000; round++)
        {
            byte[] file = [.. good];
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                // Not the data: there any bytes are right.
                int at = random.Next(good.Length - 40);
                file[at] = random.Next(3) switch
                {
                    0 => (byte)random.Next(256),
                    1 => (byte)(file[at] ^ (1 << random.Next(8))),
                    _ => good[random.Next(8, good.Length - 40)],
                };
            }

            float[] values = Fresh();
            try
            {
                using Stream stream = round % 2 == 0 ? new MemoryStream(file) : new Trickle(file);
                Safetensors.Load(stream, Parameters, values);
                Assert.Equal(Values, values);
            }
            catch (InvalidDataException)
            {
                rejected++;
                Assert.All(values, value => Assert.Equal(Untouched, value));
            }
        }

        Assert.InRange(rejected, 15_000, 19_999);
    }

    [Fact]
    public void MessageNamesTheFile()
    {
        string path = Path.Combine(_folder, "broken.safetensors");
        File.WriteAllBytes(path, Bytes(Good)[..50]);
        var exception = Assert.Throws<InvalidDataException>(() => Safetensors.Load(path, Parameters, Fresh()));
        Assert.Contains(path, exception.Message);
        Assert.Throws<FileNotFoundException>(() => Safetensors.Load(path + "x", Parameters, Fresh()));
    }

    [Fact]
    public void WrongNumberOfValuesIsRejected()
    {
        Assert.Throws<ArgumentException>(() => Safetensors.Load(new MemoryStream(Bytes(Good)), Parameters, new float[9]));
        Assert.Throws<ArgumentException>(() => Safetensors.Save(Path.Combine(_folder, "x"), Parameters, new float[11]));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void FailedSaveLeavesNothingBehind()
    {
        // A folder stands where the file should go: everything works but the last step.
        string taken = Path.Combine(_folder, "taken");
        Directory.CreateDirectory(taken);
        var exception = Assert.Throws<IOException>(() => Safetensors.Save(taken, Parameters, Values));
        Assert.Contains(taken, exception.Message);
        Assert.Equal([taken], Directory.GetFileSystemEntries(_folder));

        string nowhere = Path.Combine(_folder, "missing", "weights.safetensors");
        exception = Assert.Throws<IOException>(() => Safetensors.Save(nowhere, Parameters, Values));
        Assert.Contains(nowhere, exception.Message);
    }

    private static float[] Load(string header, float[] data)
    {
        float[] loaded = Fresh();
        Safetensors.Load(new MemoryStream(Bytes(header, data)), Parameters, loaded);
        return loaded;
    }

    private static void AssertRejected(Stream stream, string expected)
    {
        float[] values = Fresh();
        var exception = Assert.Throws<InvalidDataException>(() => Safetensors.Load(stream, Parameters, values));
        Assert.Contains(expected, exception.Message);
        Assert.Contains("the stream", exception.Message);
        Assert.All(values, value => Assert.Equal(Untouched, value));
    }

    private static float[] Fresh()
    {
        float[] values = new float[10];
        Array.Fill(values, Untouched);
        return values;
    }

    private static byte[] Bytes(string header, float[]? data = null)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. MemoryMarshal.AsBytes((data ?? Values).AsSpan())];
    }

    /// <summary>A stream without length or position that hands out few bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));
    }
}
