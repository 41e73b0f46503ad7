using System.Buffers.Binary;
using CnnGen.Reports;

namespace CnnGen.Runs.Tests;

public sealed class PlotTests
{
    [Fact]
    public void CurvesBecomePngFiles()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("cnngen-plots-").FullName, "bilder ä");
        List<EpochRecord> history = [.. Enumerable.Range(1, 5).Select(epoch => new EpochRecord(
            epoch, 10 * epoch, 0.1, 1.0 / epoch, epoch == 2 ? double.NaN : 1.2 / epoch, 0.5, 0.9, 0.3, 0.4, 1e-3 * epoch, 2)
        {
            LayerGradientNorms = [0.1 / epoch, 0],
        })];
        IReadOnlyList<string> files = RunPlots.Save(folder, history, ["first", "frozen"]);
        Assert.Equal(["loss.png", "validation.png", "learning-rate.png", "gradients.png"], files.Select(file => Path.GetFileName(file)));
        foreach (byte[] file in files.Select(File.ReadAllBytes))
        {
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], file[..4]);
            Assert.Equal((900, 540), (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20))));
            Assert.True(file.Length > 4000, $"{file.Length} bytes");
        }

        Assert.Throws<ArgumentException>(() => RunPlots.Save(folder, [], []));
        if (Environment.GetEnvironmentVariable("CNNGEN_KEEP_PLOTS") is null)
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }
}
