using CnnGen.Runs;

namespace MnistSample.Download;

/// <summary>Shows how much of the data set has arrived.</summary>
public sealed class Progress(LiveLine line)
{
    private static readonly long Total = DatasetFile.All.Sum(file => file.Length);
    private long _received;

    /// <summary>Counts more bytes.</summary>
    public void Add(long bytes)
    {
        _received += bytes;
        line.Show($"  {_received / 1e6,5:0.0} of {Total / 1e6:0.0} MB");
    }
}
