namespace CnnGen.Generator.Operators;

/// <summary>x / (k + alpha / size · Σ x²)^beta over the <c>Size</c> channels around each; no more than reach all.</summary>
internal sealed record LocalResponseNorm(int Size, float Alpha, float Beta, float K) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int size = layer.AtLeast(1, "size", fallback: 1);
        float alpha = layer.Finite("Alpha", fallback: 1e-4f);
        float beta = layer.Finite("Beta", fallback: 0.75f);
        float k = layer.Finite("K", fallback: 1);
        if (layer.Image() is not { } input)
        {
            return null;
        }

        int all = (int)Math.Min(size, 2L * input.Shape.Channels);
        return layer.Elementwise(new LocalResponseNorm(all, alpha * all / size, beta, k));
    }
}
