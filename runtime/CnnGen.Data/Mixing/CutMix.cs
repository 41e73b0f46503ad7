using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>
/// Exchanges a rectangle of each sample with its counterpart from the batch's other end (Yun et al., 2019). λ is from Beta(α, α), the
/// rectangle has H·√(1 - λ) rows and W·√(1 - λ) columns about a uniform centre and is cut at the border; targets are mixed by the
/// share of pixels that stayed.
/// </summary>
/// <param name="Alpha">α; 1 makes λ uniform.</param>
public sealed record CutMix(double Alpha = 1) : BatchTransform
{
    /// <inheritdoc/>
    public override void Apply(Batch batch, ref RandomSource random)
    {
        ImageShape shape = batch.Shape;
        double side = Math.Sqrt(1 - BetaDistribution.Next(ref random, Alpha)) / 2;
        int centreY = random.NextInt32(shape.Height), centreX = random.NextInt32(shape.Width);
        int halfHeight = (int)(side * shape.Height), halfWidth = (int)(side * shape.Width);
        int top = Math.Max(0, centreY - halfHeight), bottom = Math.Min(shape.Height, centreY + halfHeight);
        int left = Math.Max(0, centreX - halfWidth), right = Math.Min(shape.Width, centreX + halfWidth);
        float share = 1 - (float)((bottom - top) * (right - left)) / shape.Pixels;
        for (int i = 0; i < batch.Count / 2; i++)
        {
            int other = batch.Count - 1 - i;
            for (int plane = 0; plane < shape.Length; plane += shape.Pixels)
            {
                for (int y = top; y < bottom; y++)
                {
                    int at = plane + y * shape.Width + left;
                    Exchange(batch.Image(i).Slice(at, right - left), batch.Image(other).Slice(at, right - left));
                }
            }

            MixUp.Mix(batch.Target(i), batch.Target(other), share);
        }
    }

    private static void Exchange(Span<float> one, Span<float> other)
    {
        for (int i = 0; i < one.Length; i++)
        {
            (one[i], other[i]) = (other[i], one[i]);
        }
    }
}
