using System.Numerics;

namespace SegmentationSample.Drawing;

/// <summary>A plane wave between two colours, around a middle one.</summary>
public sealed class Texture
{
    private readonly Vector3 _middle;
    private readonly Vector3 _swing;
    private readonly float _xRate;
    private readonly float _yRate;
    private readonly float _phase;

    /// <summary>Random waves around a colour.</summary>
    public Texture(Random random, Vector3 middle)
    {
        _middle = middle;
        _swing = (random.Color() - new Vector3(0.5f)) * 0.3f;
        float rate = MathF.Tau / random.Between(6f, 40f);
        (float sine, float cosine) = MathF.SinCos(random.Between(0f, MathF.Tau));
        (_xRate, _yRate, _phase) = (rate * cosine, rate * sine, random.Between(0f, MathF.Tau));
    }

    /// <summary>The colour at a point.</summary>
    public Vector3 At(float x, float y) => _middle + _swing * MathF.Sin(_xRate * x + _yRate * y + _phase);
}
