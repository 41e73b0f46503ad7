using CnnGen.Samples.ImageNet;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Options;

namespace CnnGen.Samples.Service.Engine;

/// <summary>All that one image at a time needs, used again for the next one: a reader, the input, a network.</summary>
internal sealed class Worker(IFeatureExtractor extractor, long maxPixels)
{
    private readonly PhotoReader _reader = new(maxPixels);
    private readonly float[] _input = new float[PhotoReader.Length];

    /// <exception cref="InvalidDataException">The file is no PNG or JPEG, is damaged or too large.</exception>
    public float[] Features(ReadOnlySpan<byte> file)
    {
        var features = new float[ImageNetModel.FeatureCount];
        _reader.Read(file, _input);
        extractor.Extract(_input, features);
        return features;
    }
}

/// <summary>Forks a network for each worker; the first one is never used itself.</summary>
internal sealed class WorkerPolicy(IFeatureExtractor first, IOptions<ServiceOptions> options) : PooledObjectPolicy<Worker>
{
    public override Worker Create() => new(first.Fork(), options.Value.MaxPixels);

    /// <summary>Whatever happened to an image, the next one overwrites all of it.</summary>
    public override bool Return(Worker worker) => true;
}
