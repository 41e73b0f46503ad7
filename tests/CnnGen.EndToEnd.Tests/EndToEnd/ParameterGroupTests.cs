using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Groups of parameters, frozen or with settings of their own, against PyTorch.</summary>
public class ParameterGroupTests
{
    private const int Batch = 6;
    private const int Steps = 3;

    private static readonly Dictionary<string, double[]> Golden = Safetensors.Read(File.ReadAllBytes(
        Path.Combine(AppContext.BaseDirectory, "Goldens", "Data", "ParameterGroups.safetensors")));

    private static readonly float[] Inputs = SplitMix.Uniform("GraphNetwork/input", Batch * GraphNetwork.InputLength, 1);

    private static readonly int[] Labels = SplitMix.Labels("GraphNetwork/target", Batch, GraphNetwork.OutputLength);

    /// <summary>As make_group_goldens.py.</summary>
    private static readonly Dictionary<string, string[]> Frozen = new()
    {
        ["stem"] = ["stem.*", "bn.*"],
        ["middle"] = ["layer1.*"],
        ["norms"] = ["*bn*", "layer1.downsample.1.*"],
        ["statistics"] = ["*.running_*"],
        ["biases"] = ["*.bias"],
        ["head"] = ["*"],
        ["branch"] = ["b1.*", "stem.*", "bn.*"],
    };

    public static TheoryData<string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string name in Frozen.Keys)
            {
                data.Add(name, 1);
            }

            data.Add("middle", 3);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Frozen_layers_stay_and_the_others_learn_as_in_PyTorch(string name, int threads)
    {
        GraphNetwork network = GraphNetworkTests.Initialised();
        float[] before = network.Parameters.ToArray();
        using Trainer<GraphNetwork> trainer = Train(network, threads);
        Freeze(trainer, name);
        trainer.ForwardBackward(Inputs, Labels);
        if (Golden.ContainsKey($"{name}.gradients"))
        {
            Check($"{name}.gradients", trainer.Gradients, 2e-5);
        }

        network = GraphNetworkTests.Initialised();
        using Trainer<GraphNetwork> other = Train(network, threads);
        Freeze(other, name);
        for (int i = 0; i < Steps; i++)
        {
            other.Step(Inputs, Labels);
        }

        Check(name, network.Parameters, 2e-5);
        foreach (ParameterInfo parameter in GraphNetwork.Info.Parameters.Where(p => IsFrozen(other, name, p.Name)))
        {
            Range range = parameter.Offset..(parameter.Offset + parameter.Length);
            Tolerance.SameBits(before.AsSpan()[range], network.Parameters[range], parameter.Name);
            Assert.All(other.Gradients[range].ToArray(), gradient => Assert.Equal(0f, gradient));
        }
    }

    [Fact]
    public void Groups_have_learning_rates_and_weight_decays_of_their_own()
    {
        GraphNetwork network = GraphNetworkTests.Initialised();
        using Trainer<GraphNetwork> trainer = Train(network, threads: 2);
        trainer.Group("*.bias").WeightDecay = 0;
        trainer.Group("fc.*").LearningRateScale = 10;
        ParameterGroup layer = trainer.Group("layer1.*");
        (layer.LearningRateScale, layer.WeightDecay) = (0.5f, 0.2f);
        Assert.Equal(0.5f, trainer.Group("layer1.bn1.*").LearningRateScale);
        Assert.Null(trainer.Group("stem.weight").WeightDecay);
        for (int i = 0; i < Steps; i++)
        {
            trainer.Step(Inputs, Labels);
        }

        Check("groups", network.Parameters, 2e-5);
    }

    /// <summary>Adam corrects the moments of a parameter by its own steps.</summary>
    [Fact]
    public void A_layer_that_joins_later_begins_with_its_first_step()
    {
        GraphNetwork network = GraphNetworkTests.Initialised();
        using var trainer = new Trainer<GraphNetwork>(network, new Adam(0.01, epsilon: 0.01), Batch, threads: 1);
        for (int i = 0; i < 5; i++)
        {
            trainer.Group("fc.*").IsFrozen = i < 2;
            trainer.Step(Inputs, Labels);
        }

        Check("thawed", network.Parameters, 5e-5);
    }

    [Fact]
    public void A_thawed_layer_learns_on()
    {
        GraphNetwork network = GraphNetworkTests.Initialised();
        using Trainer<GraphNetwork> trainer = Train(network, threads: 1);
        Freeze(trainer, "head");
        trainer.Step(Inputs, Labels);
        trainer.Group("*").IsFrozen = false;
        trainer.ForwardBackward(Inputs, Labels);
        float[] gradients = trainer.Gradients.ToArray();
        _ = trainer.InputGradients;

        using var fresh = new Trainer<GraphNetwork>(network, new Sgd(0.05), Batch, threads: 1);
        fresh.ForwardBackward(Inputs, Labels);
        Tolerance.SameBits(fresh.Gradients, gradients, "gradients");
        Tolerance.SameBits(fresh.InputGradients, trainer.InputGradients, "gradients of the inputs");
    }

    /// <summary>Frozen weights are prepared for their kernels once, until someone else changes them.</summary>
    [Fact]
    public void Frozen_weights_that_are_written_count()
    {
        GraphNetwork network = GraphNetworkTests.Initialised();
        using Trainer<GraphNetwork> trainer = Train(network, threads: 1);
        Freeze(trainer, "head");
        trainer.Step(Inputs, Labels);
        network.Parameters[..GraphNetwork.Info.Parameters[0].Length].Fill(0.25f);
        float[] outputs = trainer.Forward(Inputs).ToArray();

        using Trainer<GraphNetwork> fresh = Train(network, threads: 1);
        Freeze(fresh, "head");
        Tolerance.SameBits(fresh.Forward(Inputs), outputs, "outputs");
    }

    [Fact]
    public void Gradients_of_inputs_end_at_frozen_layers_but_not_at_a_learning_rate_of_zero()
    {
        GraphNetwork network = GraphNetworkTests.Initialised();
        using Trainer<GraphNetwork> trainer = Train(network, threads: 1);
        trainer.ForwardBackward(Inputs, Labels);
        float[] expected = trainer.InputGradients.ToArray();
        trainer.Group("fc.bias").IsFrozen = true;
        trainer.ForwardBackward(Inputs, Labels);
        Assert.Equal(expected.Length, trainer.InputGradients.Length);

        Freeze(trainer, "stem");
        trainer.ForwardBackward(Inputs, Labels);
        Assert.Contains(
            "LearningRateScale = 0", Assert.Throws<InvalidOperationException>(() => trainer.InputGradients.Length).Message,
            StringComparison.Ordinal);
        trainer.Group("*").IsFrozen = false;
        trainer.Group("stem.*").LearningRateScale = 0;
        float[] before = network.Parameter("stem.weight").ToArray();
        trainer.Step(Inputs, Labels);
        Assert.Equal(expected.Length, trainer.InputGradients.Length);
        Tolerance.SameBits(before, network.Parameter("stem.weight"), "stem.weight");
    }

    [Fact]
    public void A_pattern_without_a_match_is_refused_with_names_near_it()
    {
        using Trainer<GraphNetwork> trainer = Train(GraphNetworkTests.Initialised(), threads: 1);
        string message = Assert.Throws<ArgumentException>(() => trainer.Group("layr1.*")).Message;
        Assert.Contains("found 'layr1.*'", message, StringComparison.Ordinal);
        Assert.Contains("'layer1.*'", message, StringComparison.Ordinal);
        Assert.Contains("'*.bias'", Assert.Throws<ArgumentException>(() => trainer.Group("*.bais")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => trainer.Group(""));
        Assert.Throws<ArgumentException>(() => trainer.Group("FC.*"));
        Assert.Throws<ArgumentException>(() => trainer.Group(@"fc\*"));
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Group("fc.*").LearningRateScale = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Group("fc.*").WeightDecay = float.NaN);
        Assert.Equal(["fc.weight", "fc.bias"], trainer.Group("fc.*").Names);
        Assert.Equal(["bn.weight", "b1.weight", "b2.weight"], trainer.Group("b?.weight").Names);
        Assert.Same(trainer.Group("fc.*"), trainer.Group("fc.*"));
    }

    [Fact]
    public void Steps_with_frozen_layers_allocate_nothing()
    {
        using Trainer<GraphNetwork> trainer = Train(GraphNetworkTests.Initialised(), threads: 2);
        Freeze(trainer, "middle");
        trainer.Group("fc.*").LearningRateScale = 2;
        trainer.MaxGradientNorm = 1;
        float[] inputs = Inputs;
        int[] labels = Labels;
        Allocation.AssertNone(() => _ = trainer.Step(inputs, labels));
    }

    private static Trainer<GraphNetwork> Train(GraphNetwork network, int threads) =>
        new(network, new Sgd(0.05, 0.9, 0.01), Batch, threads);

    private static void Freeze(Trainer<GraphNetwork> trainer, string name)
    {
        foreach (string pattern in Frozen[name])
        {
            trainer.Group(pattern).IsFrozen = true;
        }

        if (name == "head")
        {
            trainer.Group("fc.*").IsFrozen = false;
        }
    }

    private static bool IsFrozen(Trainer<GraphNetwork> trainer, string name, string parameter) =>
        Frozen[name].Any(pattern => trainer.Group(pattern).Names.Contains(parameter))
        && !(name == "head" && parameter.StartsWith("fc.", StringComparison.Ordinal));

    private static void Check(string name, ReadOnlySpan<float> actual, double tolerance)
    {
        double error = Tolerance.Error(Golden[name], actual);
        Assert.True(error <= tolerance, $"{name}: error {error:E2}; {Tolerance.Worst(Golden[name], actual.ToArray())}");
    }
}
