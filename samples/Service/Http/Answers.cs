namespace CnnGen.Samples.Service.Http;

/// <summary>What an image was taken for.</summary>
/// <param name="Class">The most similar class.</param>
/// <param name="Similarity">The cosine between the features of the image and of the class, -1 to 1.</param>
/// <param name="Candidates">The most similar classes, the first one too.</param>
internal sealed record Classification(string Class, float Similarity, IReadOnlyList<Candidate> Candidates);

/// <summary>A class and how similar an image is.</summary>
internal sealed record Candidate(string Class, float Similarity);

/// <summary>The 512 features of an image.</summary>
internal sealed record FeatureVector(float[] Features);

/// <summary>A class and the number of its examples.</summary>
internal sealed record ClassInfo(string Name, int Examples);
