using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Files that are damaged, hostile or of another network give an exception that says what is wrong.</summary>
public class DamagedFileTests
{
    private static readonly NetworkCase Network = Cases.Find("Perceptron");
    private static readonly ICompiled Perceptron = Network.CreateInitialised();
    private static readonly byte[] Good = SaveLoadTests.FileOf(Network, Perceptron);

    /// <summary>0.weight 3×9 and 0.bias 3: 120 bytes.</summary>
    private const string Weight = "\"0.weight\":{\"dtype\":\"F32\",\"shape\":[3,9],\"data_offsets\":[0,108]}";
    private const string Bias = "\"0.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[108,120]}";

    public static TheoryData<string, string, string> Headers => new()
    {
        { "extra tensor", $"{{{Weight},{Bias},\"extra\":{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[120,120]}}}}", "extra" },
        { "wrong type", $"{{{Weight.Replace("F32", "I32")},{Bias}}}", "I32" },
        { "unknown type", $"{{{Weight.Replace("F32", "F33")},{Bias}}}", "F33" },
        { "wrong shape", $"{{{Weight.Replace("[3,9]", "[9,3]")},{Bias}}}", "0.weight" },
        { "overlap", $"{{{Weight},{Bias.Replace("[108,120]", "[100,112]")}}}", "0.bias" },
        { "beyond the end", $"{{{Weight},{Bias.Replace("[108,120]", "[1080,1092]")}}}", "0.bias" },
        { "huge offsets", $"{{{Weight},{Bias.Replace("[108,120]", "[9223372036854775796,9223372036854775808]")}}}", "0.bias" },
        { "negative offsets", $"{{{Weight.Replace("[0,108]", "[-108,0]")},{Bias}}}", "0.weight" },
        { "reversed offsets", $"{{{Weight},{Bias.Replace("[108,120]", "[120,108]")}}}", "0.bias" },
        { "length of another shape", $"{{{Weight},{Bias.Replace("[108,120]", "[108,116]")}}}", "0.bias" },
        { "negative shape", $"{{{Weight.Replace("[3,9]", "[-3,-9]")},{Bias}}}", "0.weight" },
        { "overflowing shape", $"{{{Weight.Replace("[3,9]", "[4294967296,4294967296,27]")},{Bias}}}", "0.weight" },
        { "fractional shape", $"{{{Weight.Replace("[3,9]", "[3.5,9]")},{Bias}}}", "0.weight" },
        { "no shape", $"{{{Weight.Replace("\"shape\":[3,9],", "")},{Bias}}}", "0.weight" },
        { "no offsets", $"{{{Weight},\"0.bias\":{{\"dtype\":\"F32\",\"shape\":[3]}}}}", "0.bias" },
        { "twice the same name", $"{{{Weight},{Bias},{Bias}}}", "0.bias" },
        { "not an object", "[1,2,3]", "" },
        { "not JSON", "{\"0.weight\":", "" },
        { "text after the JSON", $"{{{Weight},{Bias}}} and more", "" },
        { "deep nesting", new string('[', 5000), "" },
    };

    [Fact]
    public void The_undamaged_file_loads()
    {
        byte[] file = Safetensors.Assemble($"{{{Weight},{Bias}}}   ", Good.AsSpan(^120..));
        Tolerance.SameBits(Perceptron.Parameters, Perceptron.Load(new MemoryStream(file)).Parameters, "parameters");
        byte[] withMetadata = Safetensors.Assemble($"{{\"__metadata__\":{{\"format\":\"pt\"}},{Bias},{Weight}}}", Good.AsSpan(^120..));
        Tolerance.SameBits(Perceptron.Parameters, Perceptron.Load(new MemoryStream(withMetadata)).Parameters, "parameters");
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public void Damaged_headers_are_refused(string what, string header, string mentioned)
    {
        float[] before = SaveLoadTests.Predict(Network, Perceptron);
        byte[] file = Safetensors.Assemble(header, Good.AsSpan(^120..));
        var exception = Assert.Throws<InvalidDataException>(() => Perceptron.Load(new MemoryStream(file)));
        Assert.True(exception.Message.Contains(mentioned, StringComparison.Ordinal), $"{what}: {exception.Message}");
        Tolerance.SameBits(before, SaveLoadTests.Predict(Network, Perceptron), "another instance");
    }

    [Fact]
    public void A_missing_tensor_is_named()
    {
        byte[] file = Safetensors.Assemble($"{{{Weight}}}", Good.AsSpan(^120..^12));
        var exception = Assert.Throws<InvalidDataException>(() => Perceptron.Load(new MemoryStream(file)));
        Assert.Contains("0.bias", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        for (int length = 0; length < Good.Length; length++)
        {
            byte[] file = Good[..length];
            var exception = Assert.Throws<InvalidDataException>(() => Perceptron.Load(new MemoryStream(file)));
            Assert.NotEmpty(exception.Message);
        }
    }

    [Fact]
    public void Data_after_the_tensors_is_refused() =>
        Assert.Throws<InvalidDataException>(() => Perceptron.Load(new MemoryStream([.. Good, 0, 0, 0, 0])));

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 40)]
    [InlineData(int.MaxValue)]
    [InlineData(1UL << 63)]
    public void A_hostile_header_length_allocates_little(ulong length)
    {
        byte[] file = [.. BitConverter.GetBytes(length), .. Good.AsSpan(8)];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => Perceptron.Load(new MemoryStream(file)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    [Fact]
    public void Flipped_bits_never_crash()
    {
        int refused = 0;
        for (int bit = 0; bit < Good.Length * 8; bit += 3)
        {
            byte[] file = [.. Good];
            file[bit / 8] ^= (byte)(1 << bit % 8);
            try
            {
                Perceptron.Load(new MemoryStream(file));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }
        Assert.True(refused > 0);
    }

    [Fact]
    public void A_file_of_another_network_names_both_shapes()
    {
        NetworkCase other = Cases.Find("Mlp");
        byte[] file = SaveLoadTests.FileOf(other, other.CreateInitialised());
        Assert.Throws<InvalidDataException>(() => Perceptron.Load(new MemoryStream(file)));
        string header = $"{{{Weight.Replace("[3,9]", "[9,3]")},{Bias}}}";
        string message = Assert.Throws<InvalidDataException>(
            () => Perceptron.Load(new MemoryStream(Safetensors.Assemble(header, Good.AsSpan(^120..))))).Message;
        Assert.Matches("3.9", message);
        Assert.Matches("9.3", message);
    }

    [Fact]
    public void A_missing_file_is_reported_by_name()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "none.safetensors");
        var exception = Assert.ThrowsAny<IOException>(() => Perceptron.Load(path));
        Assert.Contains("none.safetensors", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_save_leaves_the_old_file()
    {
        string folder = Directory.CreateTempSubdirectory("cnngen").FullName;
        string target = Path.Combine(folder, "taken");
        Directory.CreateDirectory(Path.Combine(target, "inside"));
        Assert.ThrowsAny<Exception>(() => Perceptron.Save(target));
        Assert.True(Directory.Exists(Path.Combine(target, "inside")));
        Assert.Equal(["taken"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
        Directory.Delete(folder, recursive: true);
    }
}
