namespace CnnGen.Samples.Service.Engine;

/// <summary>What computes the features of an image; an instance serves one thread at a time.</summary>
public interface IFeatureExtractor
{
    /// <summary>Computes the features.</summary>
    /// <param name="input">3×224×224 numbers.</param>
    /// <param name="features">512 numbers.</param>
    void Extract(ReadOnlySpan<float> input, Span<float> features);

    /// <summary>Another instance, for another thread, over the same weights.</summary>
    IFeatureExtractor Fork();
}
