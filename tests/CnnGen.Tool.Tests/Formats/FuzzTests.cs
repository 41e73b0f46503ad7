using System.Diagnostics;
using System.Globalization;
using CnnGen.Formats;

namespace CnnGen.Tool.Tests.Formats;

/// <summary>
/// Damaged files: tensors or a clear refusal, in bounded time and memory. As many as <c>CNNGEN_FUZZ</c> says, else 500 for each file.
/// </summary>
public class FuzzTests
{
    private const int DefaultCount = 100;
    private const int MostText = 4000;
    private const long MostBytes = 64 << 20;

    public static TheoryData<string> Files =>
        ["state.pt", "zip64.pt", "protocol4.pt", "checkpoint.pth", "arrays.npz", "compressed.npz", "array.npy", "expected.safetensors"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_damaged_file_is_read_or_refused(string name)
    {
        byte[] original = File.ReadAllBytes(FormatFiles.PathOf(name));
        int count = int.TryParse(Environment.GetEnvironmentVariable("CNNGEN_FUZZ"), CultureInfo.InvariantCulture, out int asked)
            ? asked
            : DefaultCount;
        int read = 0;
        for (int seed = 0; seed < count; seed++)
        {
            byte[] damaged = Damage(original, new Random(seed));
            long before = GC.GetAllocatedBytesForCurrentThread();
            var time = Stopwatch.StartNew();
            try
            {
                using TensorFile file = TensorFile.Open(new MemoryStream(damaged));
                foreach (NamedTensor tensor in file.Tensors)
                {
                    tensor.Read(static _ => { });
                }

                read++;
            }
            catch (InvalidDataException refusal)
            {
                Assert.True(refusal.Message.Length is > 0 and < MostText, $"{name}, seed {seed}: {refusal.Message}");
            }
            catch (Exception exception)
            {
                Assert.Fail($"{name}, seed {seed}: {exception}");
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MostBytes, $"{name}, seed {seed}: {allocated} bytes allocated");
            Assert.True(time.Elapsed < TimeSpan.FromSeconds(10), $"{name}, seed {seed}: {time.Elapsed}");
        }

        // Some damage is in elements alone, and most is not.
        Assert.InRange(read, 1, count - 1);
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        byte[] bytes = [.. original];
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            int at = random.Next(bytes.Length);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.AsSpan(at, Math.Min(bytes.Length - at, random.Next(1, 9))).Fill((byte)(random.Next(2) * 255));
                    break;
                case 3:
                    bytes = [.. bytes.AsSpan(0, at + 1)];
                    break;
                case 4:
                    int from = random.Next(bytes.Length), length = random.Next(1, Math.Min(64, bytes.Length - Math.Max(from, at) + 1));
                    bytes.AsSpan(from, length).ToArray().CopyTo(bytes, at);
                    break;
                default:
                    bytes = [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at + Math.Min(bytes.Length - at, random.Next(1, 5)))];
                    break;
            }

            if (bytes.Length == 0)
            {
                break;
            }
        }

        return bytes;
    }
}
