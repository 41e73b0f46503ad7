namespace CnnGen.Data.Tests;

/// <summary>Each transform against its formula, by the batches of a loader that applies it.</summary>
public sealed class TransformTests
{
    private static readonly ImageShape Shape = new(2, 5, 6);

    [Fact]
    public void FlipsMirrorHalfOfTheSamples()
    {
        Check(new RandomHorizontalFlip(), (y, x) => (y, Shape.Width - 1 - x));
        Check(new RandomVerticalFlip(), (y, x) => (Shape.Height - 1 - y, x));

        static void Check(Transform flip, Func<int, int, (int Y, int X)> source)
        {
            const int Count = 2000;
            int mirrored = 0;
            ForEach(NumberedImages.Of(Count, Shape), flip, (index, image, _) =>
            {
                bool isMirrored = image[0] != index;
                mirrored += isMirrored ? 1 : 0;
                ForEachPixel(Shape, (channel, y, x) =>
                {
                    (int sourceY, int sourceX) = isMirrored ? source(y, x) : (y, x);
                    Assert.Equal(index + At(Shape, channel, sourceY, sourceX) / 1024f, image[At(Shape, channel, y, x)]);
                });
            });
            Assert.InRange(mirrored, Count / 2 - 100, Count / 2 + 100);
        }
    }

    [Fact]
    public void CropTakesEveryWindowEquallyOften()
    {
        const int Count = 7000, Padding = 1;
        ImageShape window = Shape with { Height = 3, Width = 7 };
        var found = new Dictionary<(int Top, int Left), int>();
        ForEach(NumberedImages.Of(Count, Shape), new RandomCrop(3, 7, Padding) { Fill = -1 }, (index, image, _) =>
        {
            // The second row's second pixel lies in the image, wherever the window is.
            int place = (int)MathF.Round((image[window.Width + 1] - index) * 1024);
            (int top, int left) = (place / Shape.Width - 1, place % Shape.Width - 1);
            found[(top, left)] = found.GetValueOrDefault((top, left)) + 1;
            ForEachPixel(window, (channel, y, x) =>
            {
                (int sourceY, int sourceX) = (y + top, x + left);
                bool isInside = sourceY >= 0 && sourceY < Shape.Height && sourceX >= 0 && sourceX < Shape.Width;
                float expected = isInside ? index + At(Shape, channel, sourceY, sourceX) / 1024f : -1;
                Assert.Equal(expected, image[At(window, channel, y, x)]);
            });
        });

        // 5 tops from -1 to 3, 2 lefts -1 and 0.
        Assert.Equal(10, found.Count);
        Assert.All(found.Values, count => Assert.InRange(count, 600, 800));
    }

    [Fact]
    public void CropThatDoesNotFitIsRefusedBeforeAnyBatch()
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            new DataLoader(NumberedImages.Of(4, Shape), 2, new LoaderOptions { Transform = new RandomCrop(32, padding: 4) }));
        Assert.Contains("within 13×14", exception.Message);
        Assert.Contains("found 32×32", exception.Message);
    }

    [Fact]
    public void CutoutBlotsASquareAboutAUniformCentre()
    {
        const int Count = 6000;
        double[] blotted = new double[Shape.Pixels];
        ForEach(NumberedImages.Of(Count, Shape), new Cutout(3) { Fill = -1 }, (index, image, _) =>
        {
            int[] holes = [.. Enumerable.Range(0, Shape.Pixels).Where(i => image[i] == -1)];
            int height = holes[^1] / Shape.Width - holes[0] / Shape.Width + 1, width = holes[^1] % Shape.Width - holes[0] % Shape.Width + 1;
            Assert.Equal(holes.Length, height * width);
            Assert.InRange(height, 2, 3);
            Assert.InRange(width, 2, 3);
            ForEachPixel(Shape, (channel, y, x) =>
            {
                int at = At(Shape, channel, y, x);
                Assert.Equal(holes.Contains(at % Shape.Pixels) ? -1 : index + at / 1024f, image[at]);
            });
            Array.ForEach(holes, i => blotted[i]++);
        });

        // In the middle nine of thirty centres reach a pixel, in the corner four.
        Assert.InRange(blotted[2 * Shape.Width + 2] / Count, 0.27, 0.33);
        Assert.InRange(blotted[0] / Count, 0.11, 0.16);
    }

    [Fact]
    public void NormalizeSubtractsAndDividesPerChannel()
    {
        var data = NumberedImages.Of(1, new ImageShape(2, 1, 11));
        ForEach(data, new Normalize([0.5f, 0.25f], [2f, 4f]), (_, image, _) =>
        {
            for (int i = 0; i < image.Length; i++)
            {
                Assert.Equal(i < 11 ? (i / 1024f - 0.5f) / 2f : (i / 1024f - 0.25f) / 4f, image[i]);
            }
        });
        Assert.Throws<ArgumentException>(() => new Normalize([0.5f], [0f]));
        Assert.Throws<ArgumentException>(() => new Normalize([0f, 0f, 0f], [1f, 1f, 1f]).OutputShape(data.Shape));
    }

    [Fact]
    public void MasksMoveWithTheirImages()
    {
        ImageShape shape = new(3, 20, 24);
        var all = new Compose(
            new RandomHorizontalFlip(), new RandomVerticalFlip(), new RandomCrop(18, 4) { Fill = -9, MaskFill = -9 }, new RandomCrop(17));
        ForEach(NumberedImages.WithMasks(200, shape), all, (_, image, mask) =>
        {
            Assert.Equal(17 * 17, mask.Length);
            for (int i = 0; i < image.Length; i++)
            {
                Assert.Equal(mask[i % mask.Length], image[i]);
            }
        });
    }

    [Fact]
    public void MaskIsTurnedToTheNearestPixelOfTheImage()
    {
        ImageShape shape = new(1, 20, 24);
        var affine = new RandomAffine(40)
        {
            ScaleFrom = 0.8,
            ScaleTo = 1.3,
            TranslateX = 0.2,
            TranslateY = 0.1,
            Fill = -100,
            MaskFill = -1,
        };
        int inside = 0;
        ForEach(NumberedImages.WithMasks(100, shape), affine, (_, image, mask) =>
        {
            for (int i = 0; i < mask.Length; i++)
            {
                // Values grow by 1 to the right and by 24 downwards: the nearest pixel is off by at most half of both.
                if (mask[i] >= 0 && image[i] >= 0)
                {
                    inside++;
                    bool isBorder = mask[i] / 24 is 0 or 19 || mask[i] % 24 is 0 or 23;
                    Assert.True(isBorder || Math.Abs(image[i] - mask[i]) <= 12.51f, $"{image[i]} for {mask[i]}");
                }
            }
        });
        Assert.InRange(inside, 20_000, 48_000);
    }

    [Fact]
    public void TransformsAreValues()
    {
        Assert.Equal(Make(), Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
        Assert.NotEqual(Make(), new Compose(new RandomCrop(32, 4), new Normalize([0.5f], [2f])));
        Assert.Equal("RandomCrop { Height = 32, Width = 32, Padding = 4, Fill = 0, MaskFill = 0 }", $"{new RandomCrop(32, 4)}");
        Assert.Equal(new RandomChoice(new MixUp(), new CutMix(0.5)), new RandomChoice(new MixUp(), new CutMix(0.5)));

        static Transform Make() => new Compose(new RandomCrop(32, 4), new Normalize([0.5f], [0.25f]));
    }

    private static int At(ImageShape shape, int channel, int y, int x) => (channel * shape.Height + y) * shape.Width + x;

    private static void ForEachPixel(ImageShape shape, Action<int, int, int> action)
    {
        for (int i = 0; i < shape.Length; i++)
        {
            action(i / shape.Pixels, i % shape.Pixels / shape.Width, i % shape.Width);
        }
    }

    private static void ForEach(IDataset data, Transform transform, Action<int, float[], int[]> check)
    {
        var options = new LoaderOptions { Transform = transform, Sampler = Sampler.Sequential, Threads = 0, Seed = 7 };
        using var loader = new DataLoader(data, 32, options);
        foreach (Batch batch in loader.Epoch(0))
        {
            for (int i = 0; i < batch.Count; i++)
            {
                check(batch.Indices[i], batch.Image(i).ToArray(), batch.Label(i).ToArray());
            }
        }
    }
}
