namespace CnnGen.Generator.Model;

/// <summary>The shape of one sample's tensor: C×H×W, or a vector of features (then H = W = 1).</summary>
internal readonly record struct Shape(int Channels, int Height, int Width, bool IsVector = false)
{
    public static Shape Vector(int features) => new(features, 1, 1, IsVector: true);

    public long Length => (long)Channels * Height * Width;

    public override string ToString() => IsVector ? $"{Channels}" : $"{Channels}×{Height}×{Width}";
}
