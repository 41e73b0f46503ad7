namespace CnnGen.Generator.Operators;

/// <summary>x / (k + alpha / size · Σ x²)^beta over the <c>Size</c> channels around each.</summary>
internal sealed record LocalResponseNorm(int Size, float Alpha, float Beta, float K) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int size = layer.AtLeast(1, "size", fallback: 1);
        float alpha = layer.Finite("Alpha", fallback: 1e-4f);
        float beta = layer.Finite("Beta", fallback: 0.75f);
        float k = layer.Finite("K", fallback: 1);
        return layer.Image() is null ? null : layer.Elementwise(new LocalResponseNorm(size, alpha, beta, k));
    }
}
