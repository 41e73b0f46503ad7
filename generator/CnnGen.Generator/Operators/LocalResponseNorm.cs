using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators;

/// <summary>x / (k + alpha / size · Σ x²)^beta over the <c>Size</c> channels around each; no more than reach all.</summary>
internal sealed record LocalResponseNorm(int Size, float Alpha, float Beta, float K) : Operator
{
    internal override void Describe(OptionText options) =>
        options.Number("size", Size).Float("alpha", Alpha).Float("beta", Beta).Float("k", K);
}


/// <summary>Options of <c>LocalResponseNorm</c>.</summary>
internal sealed record LocalResponseNormOptions(int Size, float Alpha, float Beta, float K) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (layer.Image() is not { } input)
        {
            return null;
        }

        int all = (int)Math.Min(Size, 2L * input.Shape.Channels);
        return layer.Elementwise(new LocalResponseNorm(all, Alpha * all / Size, Beta, K));
    }
}
