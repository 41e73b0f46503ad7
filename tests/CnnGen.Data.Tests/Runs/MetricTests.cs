namespace CnnGen.Runs.Tests;

public sealed class MetricTests
{
    [Fact]
    public void ConfusionGivesTheUsualMeasures()
    {
        // Truth a: 3 as a, 1 as b; truth b: 2 as b, 2 as c; c is never there; d neither there nor predicted.
        var matrix = new ConfusionMatrix(["a", "b", "c", "d"]);
        foreach ((int truth, int predicted) in ((int, int)[])[(0, 0), (0, 0), (0, 0), (0, 1), (1, 1), (1, 1), (1, 2), (1, 2)])
        {
            matrix.Add(truth, predicted);
        }

        Assert.Equal(8, matrix.Count);
        Assert.Equal(5 / 8.0, matrix.Accuracy, 1e-12);
        Assert.Equal([0.75, 0.5, double.NaN, double.NaN], Enumerable.Range(0, 4).Select(matrix.Recall));
        Assert.Equal([1, 2 / 3.0, 0, double.NaN], Enumerable.Range(0, 4).Select(matrix.Precision));
        Assert.Equal([0.75, 2 / 5.0, 0, double.NaN], Enumerable.Range(0, 4).Select(matrix.Overlap));
        Assert.Equal((0.75 + 0.4 + 0) / 3, matrix.MeanOverlap, 1e-12);
        Assert.Equal(0.625, matrix.MeanRecall, 1e-12);
        Assert.Equal("true     a     b     c     d", matrix.ToString().Split('\n')[0]);
        Assert.Equal("b        .     2     2     .", matrix.ToString().Split('\n')[2]);
        Assert.True(double.IsNaN(new ConfusionMatrix(["a"]).Accuracy));
    }

    [Fact]
    public void ScoresGiveRankAndLoss()
    {
        float[] scores = [1, 3, 2, 3, 0, -1];
        var reader = new ScoreReader(new TensorInfo("output", [6], 6) { Kind = "Linear" });
        Assert.Equal(1, reader.Read(scores, 0, 4).Predicted);
        Assert.Equal([3, 0, 2, 1, 4, 5], Enumerable.Range(0, 6).Select(truth => reader.Read(scores, 0, truth).Rank));
        double sum = scores.Sum(score => Math.Exp(score));
        Assert.Equal(Math.Log(sum) - 2, reader.Read(scores, 0, 2).Loss, 1e-12);

        // Scores that overflow exp, and probabilities.
        Assert.Equal(1000, reader.Read([1000, 0, 0, 0, 0, 0], 0, 1).Loss, 1e-9);
        var probabilities = new ScoreReader(new TensorInfo("output", [2], 2) { Kind = "Softmax" });
        Assert.Equal(-Math.Log(0.25f), probabilities.Read([0.75f, 0.25f], 0, 1).Loss, 1e-12);
    }

    [Theory]
    [InlineData(TensorLayout.ChannelsFirst)]
    [InlineData(TensorLayout.ChannelsLast)]
    public void PixelsAreFoundInEitherLayout(TensorLayout layout)
    {
        // Class 1 is higher in pixel 2 alone.
        float[] scores = layout == TensorLayout.ChannelsFirst ? [5, 5, 0, 5, 0, 0, 5, 0] : [5, 0, 5, 0, 0, 5, 5, 0];
        var reader = new ScoreReader(new TensorInfo("output", [2, 2, 2], 8) { Layout = layout });
        Assert.Equal((2, 4), (reader.Classes, reader.Pixels));
        Assert.Equal([0, 0, 1, 0], Enumerable.Range(0, 4).Select(pixel => reader.Read(scores, pixel, 0).Predicted));
    }

    [Fact]
    public void LogIsReadAsItWasWritten()
    {
        var log = new RunLog(StripeNetwork.Info);
        Assert.Equal(["0.weight", "6.weight"], log.Layers);
        var record = new EpochRecord(
            3, 40_000_000_000, 0.1f, 1.0 / 3, double.NaN, 0.5, 1, double.Epsilon, 0, double.NegativeZero, 1e300)
        {
            LayerGradientNorms = [Math.PI, -0.0],
        };
        string text = log.Format([record, record with { Epoch = 4 }]);
        Assert.StartsWith("epoch,step,learning_rate,training_loss,", text);
        Assert.Equal(text, log.Format(log.Parse(text)));
        Assert.Equal(1.0 / 3, log.Parse(text)[1].TrainingLoss);
        Assert.Throws<InvalidDataException>(() => log.Parse(text.Replace("gradient:6", "gradient:5")));
        Assert.Contains("found '1,2'", Assert.Throws<InvalidDataException>(() => log.Parse(text.Split('\n')[0] + "\n1,2\n")).Message);
    }
}
