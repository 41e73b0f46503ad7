using CnnGen;

namespace Photos;

/// <summary>Trains the network; every fifth image is kept to see what it makes of images that it has not learnt.</summary>
public static class Training
{
    private const int BatchSize = 16;
    private const int HeldBack = 5;

    /// <summary>A trained network.</summary>
    public static Classifier Run(LabelledImages images, int epochs)
    {
        var network = new Classifier(seed: 1);
        var trainer = new Trainer<Classifier>(network, new AdamW(1e-3f), BatchSize);
        var random = new Random(2);
        int[] all = [.. Enumerable.Range(0, images.Labels.Length)];
        random.Shuffle(all);
        int[] test = [.. all.Where((_, i) => i % HeldBack == 0)], learnt = [.. all.Where((_, i) => i % HeldBack != 0)];
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(learnt);
            float loss = 0;
            foreach (int[] batch in learnt.Chunk(BatchSize))
            {
                loss += trainer.Step(Gather(images, batch), [.. batch.Select(i => images.Labels[i])]) * batch.Length;
            }

            Console.WriteLine($"epoch {epoch}: loss {loss / learnt.Length:0.000}, right {Right(network, images, test):0 %} of the others");
        }

        return network;
    }

    private static double Right(Classifier network, LabelledImages images, int[] test)
    {
        float[] scores = new float[Classifier.OutputLength];
        return test.Average(i =>
        {
            network.Predict(images.Pixels.AsSpan(i * Classifier.InputLength, Classifier.InputLength), scores);
            return Array.IndexOf(scores, scores.Max()) == images.Labels[i] ? 1.0 : 0.0;
        });
    }

    private static float[] Gather(LabelledImages images, int[] batch)
    {
        float[] pixels = new float[batch.Length * Classifier.InputLength];
        for (int i = 0; i < batch.Length; i++)
        {
            images.Pixels.AsSpan(batch[i] * Classifier.InputLength, Classifier.InputLength)
                .CopyTo(pixels.AsSpan(i * Classifier.InputLength));
        }

        return pixels;
    }
}
