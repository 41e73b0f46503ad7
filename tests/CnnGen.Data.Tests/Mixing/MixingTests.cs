namespace CnnGen.Data.Tests;

public sealed class MixingTests
{
    private static readonly ImageShape Shape = new(2, 6, 6);
    private static readonly ArrayDataset Data = NumberedImages.Of(7, Shape);

    [Theory]
    [InlineData(0.2)]
    [InlineData(1.0)]
    [InlineData(8.0)]
    public void MixUpIsOneConvexCombinationOfImagesAndTargets(double alpha)
    {
        List<double> shares = [];
        ForEachBatch(new MixUp(alpha), batch =>
        {
            // The first sample is 0, the last one 6: what the mixture holds of the last one is its share.
            double share = 1 - batch.Image(0)[0] / 6.0;
            shares.Add(share);
            for (int i = 0; i < batch.Count; i++)
            {
                double own = i == 3 ? 1 : share;
                int other = 6 - i;
                for (int at = 0; at < Shape.Length; at++)
                {
                    Assert.Equal(own * i + (1 - own) * other + at / 1024.0, batch.Image(i)[at], 1e-4);
                }

                float[] expected = new float[NumberedImages.Classes];
                expected[i % 3] += (float)own;
                expected[other % 3] += 1 - (float)own;
                Assert.Equal(expected, batch.Target(i).ToArray(), (a, b) => Math.Abs(a - b) < 1e-5f);
            }
        });

        // Beta(α, α): mean 1/2, variance 1 / (4 · (2α + 1)).
        double mean = shares.Average(), variance = shares.Average(share => (share - mean) * (share - mean));
        Assert.InRange(mean, 0.47, 0.53);
        Assert.InRange(variance * 4 * (2 * alpha + 1), 0.9, 1.1);
    }

    [Fact]
    public void CutMixExchangesARectangleAndItsShareOfTheTargets()
    {
        List<double> shares = [];
        ForEachBatch(new CutMix(), batch =>
        {
            int[] lent = [.. Enumerable.Range(0, Shape.Pixels).Where(at => batch.Image(0)[at] >= 5.9f)];
            double share = 1 - (double)lent.Length / Shape.Pixels;
            shares.Add(share);
            if (lent.Length > 0)
            {
                int height = lent[^1] / 6 - lent[0] / 6 + 1, width = lent[^1] % 6 - lent[0] % 6 + 1;
                Assert.Equal(lent.Length, height * width);
            }

            for (int i = 0; i < batch.Count; i++)
            {
                for (int at = 0; at < Shape.Length; at++)
                {
                    int from = i != 3 && lent.Contains(at % Shape.Pixels) ? 6 - i : i;
                    Assert.Equal(from + at / 1024f, batch.Image(i)[at]);
                }
            }

            Assert.Equal(1, batch.Target(1)[1] + batch.Target(1)[2], 1e-5);
            Assert.Equal(share, batch.Target(1)[1], 1e-5);
            Assert.Equal(1, batch.Target(0)[0], 1e-5);
        });
        // Half the side is cut to whole pixels: at most 4×4 of 6×6.
        Assert.Equal(1 - 16.0 / 36, shares.Min(), 1e-9);
        Assert.InRange(shares.Max(), 1, 1);
        Assert.InRange(shares.Average(), 0.6, 0.85);
    }

    [Fact]
    public void LabelWithoutAClassIsNamed()
    {
        var data = new ArrayDataset(new float[2], [0, 5], new ImageShape(1, 1, 1), ["a", "b"]);
        using var loader = new DataLoader(data, 2, new LoaderOptions { Mixing = new MixUp(), Sampler = Sampler.Sequential, Threads = 0 });
        var exception = Assert.Throws<InvalidDataException>(() => loader.Epoch(0).GetEnumerator().MoveNext());
        Assert.Equal("sample 1: expected a label from 0 to 1, found 5", exception.Message);
    }

    private static void ForEachBatch(BatchTransform mixing, Action<Batch> check)
    {
        var options = new LoaderOptions { Mixing = mixing, Sampler = Sampler.Sequential, Threads = 0, Seed = 2 };
        using var loader = new DataLoader(Data, 7, options);
        for (int epoch = 0; epoch < 2000; epoch++)
        {
            foreach (Batch batch in loader.Epoch(epoch))
            {
                check(batch);
            }
        }
    }
}
