namespace MnistSample.Download;

/// <summary>A place that MNIST can come from.</summary>
public interface ISource
{
    /// <summary>The name in messages.</summary>
    string Name { get; }

    /// <summary>Brings the four files into the folder, each checked; throws when that fails.</summary>
    void Fetch(string folder, Progress progress, CancellationToken cancellation);
}
