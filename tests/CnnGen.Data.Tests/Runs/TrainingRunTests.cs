using CnnGen.Data;

namespace CnnGen.Runs.Tests;

public sealed class TrainingRunTests : IDisposable
{
    private const int Epochs = 4;
    private const int StepsPerEpoch = 8;
    private static readonly ArrayDataset Train = Stripes.Draw(120, 1);
    private static readonly ArrayDataset Test = Stripes.Draw(60, 2);
    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-läufe-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void RunLearnsAndLeavesItsFiles()
    {
        var output = new StringWriter();
        (StripeNetwork network, RunResult result) = Run("a", options => options with { Epochs = 12, Output = output });
        Assert.Equal((RunEnd.Finished, 12), (result.End, result.History.Count));
        Assert.True(result.Evaluation!.Confusion.Accuracy > 0.9, $"{result.Evaluation.Confusion}");
        Assert.Equal(60, result.Evaluation.Confusion.Count);
        Assert.Equal(1, result.History[^1].TopFive);
        Assert.InRange(result.History[^1].GradientNorm, 1e-6, 1e3);
        Assert.Equal(2, result.History[^1].LayerGradientNorms.Count);
        string[] files = [.. Directory.GetFiles(Path.Combine(_folder, "a")).Select(path => Path.GetFileName(path)).Order()];
        Assert.Equal(["best.safetensors", "last.checkpoint", "log.csv", "report.html"], files);
        Assert.Equal(
            new RunLog(StripeNetwork.Info).Format(result.History), File.ReadAllText(Path.Combine(_folder, "a", "log.csv")));

        // The best weights are those of the best epoch.
        StripeNetwork best = StripeNetwork.Load(result.BestWeights!);
        using var loader = Loader(Test, Sampler.Sequential, new Normalize(0.5f, 0.25f));
        Assert.Equal(result.History[result.BestEpoch - 1].Accuracy, new Evaluator<StripeNetwork>(loader).Run(best).Confusion.Accuracy);
        Assert.Equal(result.History.Max(epoch => epoch.Accuracy), result.History[result.BestEpoch - 1].Accuracy);

        string[] lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(12, lines.Length);
        Assert.Matches(
            @"^epoch  1/12  loss \d\.\d{4}  validation \d\.\d{4}  accuracy \d\.\d{4} \* +\d+ samples/s +[\d.]+ \w+ +[\d.]+ \w+ left",
            lines[0]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(StepsPerEpoch)]
    [InlineData(2 * StepsPerEpoch + 5)]
    [InlineData(Epochs * StepsPerEpoch - 1)]
    public void CancelledRunGoesOnToTheSameBits(int step)
    {
        (StripeNetwork whole, RunResult uninterrupted) = Run("whole");
        using var cancellation = new CancellationTokenSource();
        (_, RunResult first) = Run("parts", CancelAt(step, cancellation), cancellation.Token);
        Assert.Equal(RunEnd.Interrupted, first.End);
        Assert.Null(first.Evaluation);
        (StripeNetwork resumed, RunResult second) = Run("parts", options => options with { Threads = 2 });
        Assert.Equal(RunEnd.Finished, second.End);
        AssertSame(whole, uninterrupted, resumed, second);
    }

    [Fact]
    public void KilledRunGoesOnToTheSameBits()
    {
        (StripeNetwork whole, RunResult uninterrupted) = Run("whole");
        for (int step = 2; step < Epochs * StepsPerEpoch; step += 7)
        {
            // What an exception in the middle leaves behind is what a killed process leaves: no farewell checkpoint.
            int at = step;
            Assert.Throws<NotSupportedException>(() => Run("parts", options => options with
            {
                LearningRate = now => now < at ? Rate(now) : throw new NotSupportedException(),
                CheckpointEvery = at % 2 == 0 ? TimeSpan.Zero : options.CheckpointEvery,
            }));
        }

        (StripeNetwork resumed, RunResult last) = Run("parts");
        AssertSame(whole, uninterrupted, resumed, last);
    }

    [Fact]
    public void PlateauGoesOnWhereItWas()
    {
        RunOptions Falling(RunOptions options) => options with
        {
            LearningRate = null,
            Schedule = Schedule.Plateau(0.1, factor: 0.5, patience: 0, threshold: 0.5),
            Goal = Goal.ValidationLoss,
        };

        (StripeNetwork whole, RunResult uninterrupted) = Run("whole", options => Falling(options) with { Epochs = 8 });
        for (int epochs = 1; epochs < 8; epochs++)
        {
            Run("parts", options => Falling(options) with { Epochs = epochs });
        }

        (StripeNetwork resumed, RunResult last) = Run("parts", options => Falling(options) with { Epochs = 8 });
        Assert.True(uninterrupted.History[^1].LearningRate < 0.06f);
        AssertSame(whole, uninterrupted, resumed, last);
    }

    [Fact]
    public void RunThatIsCancelledWhileItValidatesKeepsItsEpoch()
    {
        (StripeNetwork whole, RunResult uninterrupted) = Run("whole");
        using var cancellation = new CancellationTokenSource();
        var watched = new Watched(Test, cancellation);
        (_, RunResult first) = Run("parts", cancellation: cancellation.Token, test: watched);
        Assert.Equal((RunEnd.Interrupted, 0), (first.End, first.History.Count));
        (StripeNetwork resumed, RunResult second) = Run("parts");
        AssertSame(whole, uninterrupted, resumed, second);
    }

    [Fact]
    public void FinishedRunIsNotRunAgainButMayGetMoreEpochs()
    {
        (StripeNetwork network, RunResult first) = Run("a");
        (StripeNetwork again, RunResult second) = Run("a");
        Assert.Equal(network.Parameters, again.Parameters);
        Assert.Equal(first.Evaluation!.Loss, second.Evaluation!.Loss);
        (StripeNetwork whole, RunResult longer) = Run("b", options => options with { Epochs = 6 });
        (StripeNetwork extended, RunResult third) = Run("a", options => options with { Epochs = 6 });
        AssertSame(whole, longer, extended, third);
    }

    [Fact]
    public void RunStopsWhenItDoesNotGetBetter()
    {
        (_, RunResult result) = Run("a", options => options with
        {
            Epochs = 50,
            Patience = 3,
            Goal = Goal.ValidationLoss,
            LearningRate = step => step < 3 * StepsPerEpoch ? Rate(step) : 0,
        });
        Assert.Equal(RunEnd.StoppedEarly, result.End);
        Assert.Equal(result.BestEpoch + 3, result.History.Count);
        Assert.Equal(result.History.Min(epoch => epoch.ValidationLoss), result.History[result.BestEpoch - 1].ValidationLoss);
    }

    [Fact]
    public void DivergedRunEndsAndKeepsTheCheckpointBefore()
    {
        (_, RunResult result) = Run("a", options => options with { LearningRate = step => step < StepsPerEpoch ? 0.1f : 1e38f });
        Assert.Equal(RunEnd.Diverged, result.End);
        (_, RunResult healed) = Run("a");
        Assert.Equal((RunEnd.Finished, Epochs), (healed.End, healed.History.Count));
        Assert.All(healed.History, epoch => Assert.True(double.IsFinite(epoch.TrainingLoss)));
    }

    [Fact]
    public void CheckpointOfAnotherRunIsRefused()
    {
        Run("a");
        var exception = Assert.Throws<InvalidDataException>(() => Run("a", train: Stripes.Draw(90, 1)));
        Assert.Contains(Path.Combine(_folder, "a", "last.checkpoint"), exception.Message);
        Assert.Contains("expected training on 90 samples of 1×8×8 in batches of 15, seed 3", exception.Message);
        Assert.Contains("found 120 samples", exception.Message);
        Assert.Contains("choose another folder", exception.Message);
        (_, RunResult anew) = Run("a", options => options with { Resume = false }, train: Stripes.Draw(90, 1));
        Assert.Equal(RunEnd.Finished, anew.End);
    }

    [Fact]
    public void FolderServesOneRunAtATime()
    {
        string message = "";
        Run("a", options => options with
        {
            LearningRate = step =>
            {
                message = step == 2 ? Assert.Throws<IOException>(() => Run("a")).Message : message;
                return Rate(step);
            },
        });
        Assert.Contains("another run is in this folder", message);
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        Assert.Contains("cannot be made", Assert.Throws<IOException>(() => Run("file")).Message);
    }

    [Fact]
    public void DiskThatRefusesACheckpointDoesNotEndTheRun()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "a", "log.csv"));
        var output = new StringWriter();
        (_, RunResult result) = Run("a", options => options with { Output = output });
        Assert.Equal(RunEnd.Finished, result.End);
        Assert.Contains("no checkpoint: ", output.ToString());
    }

    [Fact]
    public void MasksAreMeasuredByOverlap()
    {
        using var training = new DataLoader(Stripes.DrawMasks(60, 1), 12, new LoaderOptions { Transform = new RandomHorizontalFlip() });
        using var validation = Loader(Stripes.DrawMasks(20, 2), Sampler.Sequential);
        var options = new RunOptions(Path.Combine(_folder, "m"), 12) { Output = TextWriter.Null };
        using var run = new TrainingRun<MaskNetwork>(new MaskNetwork(1), new Adam(0.03f), training, validation, options);
        RunResult result = run.Run(CancellationToken.None);
        Assert.Equal(20 * 64, result.Evaluation!.Confusion.Count);
        Assert.True(result.History[^1].MeanOverlap > 0.8, $"{result.Evaluation.Confusion}");
        Assert.Equal(result.History.Max(epoch => epoch.MeanOverlap), result.History[result.BestEpoch - 1].MeanOverlap);
        Assert.Equal(-1, result.Evaluation.Worst[0].Truth);
    }

    [Fact]
    public void SamplesThatDoNotFitTheNetworkAreRefused()
    {
        using var small = new DataLoader(NumberedSmall(), 4);
        using var masks = new DataLoader(Stripes.DrawMasks(4, 1), 4);
        var first = Assert.Throws<ArgumentException>(() => new Evaluator<StripeNetwork>(small));
        Assert.Equal("StripeNetwork: expected an input of 1×2×2, the images of the loader channel by channel, found 1×8×8", first.Message);
        var second = Assert.Throws<ArgumentException>(() => new Evaluator<StripeNetwork>(masks));
        Assert.Contains("expected scores of 64 pixels", second.Message);

        static ArrayDataset NumberedSmall() => new(new float[16], new int[4], new ImageShape(1, 2, 2));
    }

    private static float Rate(int step) => 0.1f / (1 + step / 10f);

    private static Func<RunOptions, RunOptions> CancelAt(int step, CancellationTokenSource cancellation) => options => options with
    {
        LearningRate = now =>
        {
            if (now == step)
            {
                cancellation.Cancel();
            }

            return Rate(now);
        },
    };

    private static DataLoader Loader(IDataset data, Sampler sampler, Transform? transform = null) =>
        new(data, 15, new LoaderOptions { Sampler = sampler, Transform = transform, Seed = 3 });

    private static void AssertSame(StripeNetwork network, RunResult result, StripeNetwork other, RunResult otherResult)
    {
        Assert.Equal(network.Parameters, other.Parameters);
        Assert.Equal(result.History.Select(Timeless), otherResult.History.Select(Timeless));
        Assert.Equal(result.History.SelectMany(Norms), otherResult.History.SelectMany(Norms));
        Assert.Equal(result.BestEpoch, otherResult.BestEpoch);
        Assert.Equal(StripeNetwork.Load(result.BestWeights!).Parameters, StripeNetwork.Load(otherResult.BestWeights!).Parameters);

        static IReadOnlyList<double> Norms(EpochRecord record) => record.LayerGradientNorms;

        static EpochRecord Timeless(EpochRecord record) => record with { Seconds = 0, LayerGradientNorms = [] };
    }

    private (StripeNetwork Network, RunResult Result) Run(
        string folder, Func<RunOptions, RunOptions>? change = null, CancellationToken cancellation = default, IDataset? train = null,
        IDataset? test = null)
    {
        using var training = Loader(train ?? Train, Sampler.Shuffled, new Compose(new RandomCrop(8, 1), new Normalize(0.5f, 0.25f)));
        using var validation = Loader(test ?? Test, Sampler.Sequential, new Normalize(0.5f, 0.25f));
        var options = new RunOptions(Path.Combine(_folder, folder), Epochs) { LearningRate = Rate, Threads = 1, Output = TextWriter.Null };
        var network = new StripeNetwork(7);
        using var run = new TrainingRun<StripeNetwork>(
            network, new Sgd(0.1f, momentum: 0.9f), training, validation, change?.Invoke(options) ?? options);
        return (network, run.Run(cancellation));
    }

    /// <summary>Cancels when the second batch of the validation is read.</summary>
    private sealed class Watched(IDataset data, CancellationTokenSource cancellation) : IDataset
    {
        public int Count => data.Count;

        public ImageShape Shape => data.Shape;

        public IReadOnlyList<string> ClassNames => data.ClassNames;

        public void ReadImage(int index, Span<float> image)
        {
            if (index == 20)
            {
                cancellation.Cancel();
            }

            data.ReadImage(index, image);
        }

        public void ReadLabels(int index, Span<int> labels) => data.ReadLabels(index, labels);
    }
}
