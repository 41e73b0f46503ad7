using System.Text;
using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Training that goes on from a file is training that was not interrupted, bit for bit.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const int Batch = 4;

    private static readonly Dictionary<string, Func<Optimizer>> Optimizers = new()
    {
        ["Sgd"] = () => new Sgd(0.05),
        ["Sgd momentum"] = () => new Sgd(0.05, 0.9, 1e-3, nesterov: true),
        ["Adam"] = () => new Adam(0.01),
        ["Adam amsGrad"] = () => new Adam(0.01, weightDecay: 1e-3, amsGrad: true),
        ["AdamW"] = () => new AdamW(0.01, 0.8, 0.95),
        ["RmsProp"] = () => new RmsProp(0.001, momentum: 0.5, centered: true),
        ["Lion"] = () => new Lion(0.001, weightDecay: 0.1),
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cnngen-überprüft-");

    private string FilePath => Path.Combine(_folder.FullName, "Prüfpunkt.safetensors");

    public static TheoryData<string, int, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int, int>();
            foreach (string name in Optimizers.Keys)
            {
                data.Add(name, 1, 2);
            }

            data.Add("Adam", 3, 1);
            return data;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Twenty_steps_are_ten_and_ten(string optimizer, int threads, int otherThreads)
    {
        using Run whole = new(optimizer, threads);
        whole.Steps(0, 20);
        using Run first = new(optimizer, threads);
        first.Steps(0, 10);
        first.Trainer.SaveCheckpoint(FilePath);
        using Run second = new(optimizer, otherThreads, seed: 99, isFresh: true);
        second.Trainer.LoadCheckpoint(FilePath);
        Assert.Equal(0.5f, second.Trainer.Group("fc.*").LearningRateScale);
        second.Steps(10, 20);
        Run.Same(whole, second);

        // Saving changed nothing.
        first.Steps(10, 20);
        Run.Same(whole, first);
    }

    [Fact]
    public void Accumulated_samples_wait_in_the_file()
    {
        using Run whole = new("Adam", 1);
        whole.Part(0);
        whole.Part(1);
        whole.Trainer.ApplyGradients();
        using Run first = new("Adam", 1);
        first.Part(0);
        first.Trainer.SaveCheckpoint(FilePath);
        using Run second = new("Adam", 2, seed: 99, isFresh: true);
        second.Trainer.LoadCheckpoint(FilePath);
        Tolerance.SameBits(first.Trainer.Gradients, second.Trainer.Gradients, "gradients");
        Assert.Equal(first.Trainer.GradientNorm, second.Trainer.GradientNorm);
        Assert.Throws<InvalidOperationException>(() => second.Trainer.InputGradients.Length);
        second.Part(1);
        second.Trainer.ApplyGradients();
        Run.Same(whole, second);

        second.Trainer.SaveCheckpoint(FilePath);
        Assert.DoesNotContain("gradient/", File.ReadAllText(FilePath, Encoding.Latin1), StringComparison.Ordinal);
    }

    /// <summary>The file does not depend on how the machine packs weights.</summary>
    [Fact]
    public void Moments_lie_in_PyTorchs_order_under_the_parameters_names()
    {
        using Run run = new("Adam", 1);
        (run.Trainer.Group("*").LearningRateScale, run.Trainer.Group("*").WeightDecay) = (0, 0);
        run.Part(0);
        run.Trainer.MaxGradientNorm = 0;
        float[] gradients = run.Trainer.Gradients.ToArray();
        run.Trainer.ApplyGradients();
        run.Trainer.SaveCheckpoint(FilePath, new Dictionary<string, string> { ["epoch"] = "3", ["Ähre"] = "„\u0001“" });
        Dictionary<string, double[]> tensors = Safetensors.Read(File.ReadAllBytes(FilePath));
        IReadOnlyList<ParameterInfo> parameters = CheckpointNetwork.Info.Parameters;
        Assert.Equal(parameters.Count + 3 * parameters.Count(parameter => parameter.IsTrainable), tensors.Count);
        foreach (ParameterInfo parameter in parameters)
        {
            Assert.Equal(
                run.Network.Parameter(parameter.Name).ToArray().Select(value => (double)value), tensors[parameter.Name]);
            if (parameter.IsTrainable)
            {
                float[] expected = gradients[parameter.Offset..(parameter.Offset + parameter.Length)];
                Assert.All(
                    expected.Zip(tensors[$"state/exp_avg/{parameter.Name}"]), pair => Assert.Equal(0.1f * pair.First, pair.Second, 1e-7));
            }
        }

        run.Trainer.LoadCheckpoint(FilePath, out IReadOnlyDictionary<string, string> notes);
        Assert.Equal(new Dictionary<string, string> { ["epoch"] = "3", ["Ähre"] = "„\u0001“" }, notes);
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_words_and_changes_nothing()
    {
        using Run run = new("Adam", 1);
        run.Steps(0, 2);
        run.Trainer.SaveCheckpoint(FilePath);
        byte[] file = File.ReadAllBytes(FilePath);

        using var other = new Trainer<OtherCheckpointNetwork>(new OtherCheckpointNetwork(1), new Adam(0.01), Batch);
        Refuses(other.LoadCheckpoint, "another architecture", "Tanh 6×8×8", "ReLU 6×8×8");
        using Run momentum = new("Sgd", 1);
        Refuses(momentum.Trainer.LoadCheckpoint, "expected the state of Sgd", "found that of Adam");
        using Run decayed = new("Adam amsGrad", 1);
        Refuses(decayed.Trainer.LoadCheckpoint, "Adam with weightDecay = 0.001, found 0");
        using Run single = new("Adam", 1);
        single.Trainer.Average = null;
        Refuses(single.Trainer.LoadCheckpoint, "expected no weight average, found a weight average with decay 0.9");

        float[] before = run.Network.Parameters.ToArray();
        run.Network.Save(FilePath);
        Refuses(run.Trainer.LoadCheckpoint, "expected a file that SaveCheckpoint wrote, found tensors alone");
        File.WriteAllBytes(FilePath, file[..^1]);
        Refuses(run.Trainer.LoadCheckpoint, "bytes of data after the header");
        File.WriteAllBytes(FilePath, []);
        Refuses(run.Trainer.LoadCheckpoint, "found 0 bytes");
        Replace("\"cnngen.checkpoint\":\"1\"", "\"cnngen.checkpoint\":\"2\"");
        Refuses(run.Trainer.LoadCheckpoint, "expected version 1 of the format, found '2'");
        Replace("\"cnngen.random.pass\":\"4\"", "\"cnngen.random.pass\":\"x\"");
        Refuses(run.Trainer.LoadCheckpoint, "expected an integer, found 'x'");
        Replace("state/exp_avg/fc.bias", "state/exp_avg/fc.b_as");
        Refuses(run.Trainer.LoadCheckpoint, "state/exp_avg/fc.bias");
        Assert.Throws<FileNotFoundException>(() => run.Trainer.LoadCheckpoint(FilePath + ".no"));
        Assert.Throws<ArgumentException>(() => run.Trainer.SaveCheckpoint(""));
        Tolerance.SameBits(before, run.Network.Parameters, "parameters");

        using Run same = new("Adam", 1);
        same.Steps(0, 4);
        run.Steps(2, 4);
        Run.Same(same, run);

        void Replace(string old, string text)
        {
            string content = Encoding.Latin1.GetString(file);
            Assert.Contains(old, content, StringComparison.Ordinal);
            File.WriteAllBytes(FilePath, Encoding.Latin1.GetBytes(content.Replace(old, text, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_the_old_one()
    {
        using Run run = new("Sgd", 1);
        string missing = Path.Combine(_folder.FullName, "no folder", "file");
        Assert.Contains(missing, Assert.Throws<IOException>(() => run.Trainer.SaveCheckpoint(missing)).Message, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    private void Refuses(Action<string> load, params string[] expected)
    {
        string message = Assert.Throws<InvalidDataException>(() => load(FilePath)).Message;
        Assert.Contains(FilePath, message, StringComparison.Ordinal);
        Assert.All(expected, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    /// <summary>A training of its own: dropout, batch norm, accumulation, clipping, groups, an average.</summary>
    private sealed class Run : IDisposable
    {
        public Run(string optimizer, int threads, int seed = 7, bool isFresh = false)
        {
            Network = new CheckpointNetwork(seed);
            Trainer = new Trainer<CheckpointNetwork>(Network, Optimizers[optimizer](), Batch, threads) { Average = new WeightAverage(0.9) };
            if (!isFresh)
            {
                Trainer.MaxGradientNorm = 0.5f;
                Trainer.Group("fc.*").LearningRateScale = 0.5f;
                Trainer.Group("conv1.*").IsFrozen = true;
                Trainer.Group("slope.*").IsFrozen = true;
                Trainer.Group("*.bias").WeightDecay = 0.01f;
            }
        }

        public CheckpointNetwork Network { get; }

        public Trainer<CheckpointNetwork> Trainer { get; }

        public static void Same(Run expected, Run actual)
        {
            Tolerance.SameBits(expected.Network.Parameters, actual.Network.Parameters, "parameters");
            Tolerance.SameBits(
                expected.Trainer.AveragedNetwork().Parameters, actual.Trainer.AveragedNetwork().Parameters, "averaged parameters");
        }

        public void Dispose() => Trainer.Dispose();

        public void Steps(int begin, int end)
        {
            for (int i = begin; i < end; i++)
            {
                Trainer.Group("slope.*").IsFrozen = i < 5;
                Part(2 * i);
                Part(2 * i + 1);
                Trainer.ApplyGradients();
            }
        }

        /// <summary>Even parts begin a step with three samples, odd ones add four.</summary>
        public void Part(int number)
        {
            int count = number % 2 == 0 ? Batch - 1 : Batch;
            float[] inputs = SplitMix.Uniform($"checkpoint/{number}", count * CheckpointNetwork.InputLength, 1);
            int[] labels = SplitMix.Labels($"checkpoint/{number}", count, CheckpointNetwork.OutputLength);
            Trainer.ForwardBackward(inputs, labels, accumulate: number % 2 == 1);
        }
    }
}
