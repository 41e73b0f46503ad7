using System.Globalization;

namespace CnnGen.Onnx.Tests;

/// <summary>Models with bytes changed, cut out or repeated: an error or a result, and nothing else.</summary>
public sealed class FuzzTests
{
    private const int Fixed = 500;
    private const int MostMilliseconds = 10_000;

    /// <summary>500 files; as many as the environment variable CNNGEN_ONNX_FUZZ says.</summary>
    [Fact]
    public void DamagedFilesAreErrorsOrModels()
    {
        int count = int.Parse(Environment.GetEnvironmentVariable("CNNGEN_ONNX_FUZZ") ?? $"{Fixed}", CultureInfo.InvariantCulture);
        byte[][] sources =
            [.. ConformanceCase.All.Where((_, i) => i % 8 == 0).Select(one => one.Model), ModelFiles.Bytes("tiny_unet.onnx")];
        for (int seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            byte[] model = Damaged(sources[random.Next(sources.Length)], random);
            long start = Environment.TickCount64;
            try
            {
                OnnxImporter.Import(new MemoryStream(model), new() { Partial = random.Next(2) == 0 });
            }
            catch (InvalidDataException)
            {
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"seed {seed}: {exception}", exception);
            }

            Assert.True(Environment.TickCount64 - start < MostMilliseconds, $"seed {seed} takes {Environment.TickCount64 - start} ms");
        }
    }

    private static byte[] Damaged(byte[] source, Random random)
    {
        List<byte> bytes = [.. source];
        for (int changes = random.Next(1, 6); changes > 0 && bytes.Count > 0; changes--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 20), bytes.Count - at)));
                    break;
                default:
                    bytes[at] = random.Next(2) == 0 ? (byte)0 : (byte)255;
                    break;
            }
        }

        return random.Next(10) == 0 ? [.. bytes.Take(random.Next(bytes.Count + 1))] : [.. bytes];
    }
}
