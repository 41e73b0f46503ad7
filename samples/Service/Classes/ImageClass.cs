using System.Numerics.Tensors;

namespace CnnGen.Samples.Service.Classes;

/// <summary>A class: the mean direction of its examples' features. It is never changed, so that readers need no lock.</summary>
public sealed class ImageClass
{
    private readonly float[] _sum;

    private ImageClass(string name, int examples, float[] sum) => (Name, Examples, _sum) = (name, examples, sum);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>How many examples it is made of.</summary>
    public int Examples { get; }

    /// <summary>A class without examples.</summary>
    public static ImageClass Empty(string name, int features) => new(name, 0, new float[features]);

    /// <summary>The class with one more example; each counts the same, however large its features are.</summary>
    public ImageClass With(ReadOnlySpan<float> features)
    {
        float norm = TensorPrimitives.Norm(features);
        var sum = new float[_sum.Length];
        TensorPrimitives.MultiplyAdd(features, norm > 0 ? 1 / norm : 0, _sum, sum);
        return new(Name, Examples + 1, sum);
    }

    /// <summary>The cosine between features and the class's, from -1 to 1.</summary>
    public float Similarity(ReadOnlySpan<float> features)
    {
        float cosine = TensorPrimitives.CosineSimilarity(features, _sum);
        return float.IsFinite(cosine) ? cosine : 0;
    }
}
