namespace CnnGen.Samples.Service.Engine;

/// <summary>Features by the compiled network.</summary>
internal sealed class NetworkExtractor(ResNet18 network) : IFeatureExtractor
{
    public void Extract(ReadOnlySpan<float> input, Span<float> features) => network.Predict(input, features);

    public IFeatureExtractor Fork() => new NetworkExtractor(network.Fork());
}
