using GradientsSample;

namespace CnnGen.Samples.Tests;

/// <summary>What samples/Gradients shows holds for several seeds.</summary>
public class GradientTests
{
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Gradients_vanish_without_skips_alone(int seed)
    {
        var options = new Options(Gain: 0.577, Steps: 0, Batch: 16, Threads: 1, seed, Output: "");
        using var plain = new Chain<PlainChain>(new PlainChain(), options);
        using var skip = new Chain<SkipChain>(new SkipChain(), options);
        var batch = new Stripes(options.Batch, seed);
        double[] vanishing = plain.GradientNorms(batch);
        double[] kept = skip.GradientNorms(batch);
        Assert.Equal(30, vanishing.Length);
        Assert.True(vanishing[0] < 1e-5 * vanishing[^1]);
        Assert.InRange(kept[0] / kept[^1], 0.1, 10);
    }
}
