namespace CnnGen.EndToEnd.Tests.Reference;

/// <summary>The shape of one sample's tensor in C×H×W order; a vector has H = W = 1.</summary>
internal readonly record struct Dims(int C, int H, int W)
{
    public int Length => C * H * W;

    public int this[int c, int h, int w] => (c * H + h) * W + w;

    public override string ToString() => $"{C}×{H}×{W}";
}
