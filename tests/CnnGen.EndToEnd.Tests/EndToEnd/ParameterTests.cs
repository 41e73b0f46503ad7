using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>What looking at parameters, writing them and training them mean for one another.</summary>
public class ParameterTests
{
    private const int Batch = 4;
    private readonly float[] _inputs = SplitMix.Uniform("shared", Batch * SharedNetwork.InputLength, 1);
    private readonly int[] _labels = [0, 1, 2, 3];
    private readonly SharedNetwork _network = new(seed: 1);

    [Fact]
    public void A_span_that_is_kept_shows_what_a_step_changed()
    {
        Span<float> kept = _network.Parameters;
        float[] before = kept.ToArray();
        Step();
        Assert.NotEqual(before, kept.ToArray());
        Tolerance.SameBits(_network.Parameters, kept, "the kept span");
    }

    [Fact]
    public void Writes_through_a_span_that_is_kept_over_a_step_count()
    {
        Span<float> kept = _network.Parameters;
        Step();
        kept[0] = 7;
        Assert.Equal(7, _network.Parameter("0.weight")[0]);
        float[] before = Predict(_network);
        kept.Fill(0.25f);
        Assert.NotEqual(before, Predict(_network));
        Assert.Equal(0.25f, _network.Fork().Parameters[^1]);
    }

    [Fact]
    public void Writes_count_in_the_next_step()
    {
        Span<float> kept = _network.Parameters;
        Predict(_network);
        kept.Fill(0.5f);
        using var trainer = new Trainer<SharedNetwork>(_network, new Sgd(0), Batch, threads: 1);
        float[] outputs = trainer.Forward(_inputs)[..SharedNetwork.OutputLength].ToArray();
        Assert.All(outputs, y => Assert.Equal(outputs[0], y)); // all weights are equal, so all scores are
        ParameterInfo mean = SharedNetwork.Info.Parameters.Single(parameter => parameter.Name == "1.running_mean");
        Assert.NotEqual(0.5f, kept[mean.Offset]);
    }

    [Fact]
    public void Predictions_notice_each_of_many_writes()
    {
        Span<float> kept = _network.Parameters;
        for (int round = 0; round < 200; round++)
        {
            kept[kept.Length / 2] = round;
            float[] expected = Predict(Copy(kept));
            Assert.Equal(expected, Predict(_network));
        }
    }

    [Fact]
    public void Long_after_the_last_write_a_prediction_in_64_still_looks()
    {
        Span<float> kept = _network.Parameters;
        for (int i = 0; i < 200; i++)
        {
            Predict(_network);
        }

        kept.Fill(0.5f);
        float[] expected = Predict(Copy(kept));
        Assert.Contains(Enumerable.Range(0, 64), _ => Predict(_network).SequenceEqual(expected));
    }

    [Fact]
    public void A_parameter_by_name_is_a_copy_in_the_order_of_Info()
    {
        float[] all = _network.Parameters.ToArray();
        foreach (ParameterInfo parameter in SharedNetwork.Info.Parameters)
        {
            Tolerance.SameBits(all.AsSpan(parameter.Offset, parameter.Length), _network.Parameter(parameter.Name), parameter.Name);
        }

        ReadOnlySpan<float> before = _network.Parameter("0.weight");
        float first = before[0];
        Step();
        Assert.Equal(first, before[0]);
        Assert.NotEqual(first, _network.Parameter("0.weight")[0]);
        ArgumentException error = Assert.Throws<ArgumentException>(() => { _network.Parameter("conv.weight"); });
        Assert.Contains("conv.weight", error.Message);
        Assert.Contains("0.weight", error.Message);
    }

    [Fact]
    public void A_parameter_too_large_for_one_piece_is_saved_whole()
    {
        var network = new LargeNetwork(seed: 1);
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
        try
        {
            network.Save(path);
            Tolerance.SameBits(network.Parameters, LargeNetwork.Load(path).Parameters, "saved and loaded");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Backward_refuses_parameters_that_changed_since_Forward()
    {
        using var a = new Trainer<SharedNetwork>(_network, new Sgd(0.1f), Batch, threads: 1);
        using var b = new Trainer<SharedNetwork>(_network.Fork(), new Sgd(0.1f), Batch, threads: 1);
        float[] gradients = new float[Batch * SharedNetwork.OutputLength];
        a.Forward(_inputs);
        b.Step(_inputs, _labels);
        Assert.Contains("changed since", Assert.Throws<InvalidOperationException>(() => a.Backward(gradients)).Message);

        a.Forward(_inputs);
        _network.Parameters[0] += 1;
        Assert.Throws<InvalidOperationException>(() => a.Backward(gradients));

        a.Forward(_inputs);
        _ = _network.Parameters[0]; // to look is no change
        Predict(_network);
        a.Backward(gradients);
    }

    [Fact]
    public void Steps_and_predictions_in_turn_allocate_nothing()
    {
        using var trainer = new Trainer<SharedNetwork>(_network, new Sgd(0.01f), Batch, threads: 1);
        float[] output = new float[SharedNetwork.OutputLength];
        Span<float> kept = _network.Parameters;
        for (int i = 0; i < 3; i++)
        {
            Call();
        }

        Allocation.AssertNone(Call);
        Assert.NotEqual(0, kept[0]);

        void Call()
        {
            trainer.Step(_inputs, _labels);
            _network.Predict(_inputs.AsSpan(0, SharedNetwork.InputLength), output);
        }
    }

    [Fact]
    public void Dropout_depends_on_the_seed_of_the_network_or_of_the_trainer()
    {
        float[] Masks(int network, int? trainer = null, int threads = 1)
        {
            using var training = new Trainer<OnlyDropout>(new OnlyDropout(network), new Sgd(0), Batch, threads, seed: trainer);
            return training.Forward(Ones(Batch * OnlyDropout.InputLength)).ToArray();
        }

        Assert.Equal(Masks(1), Masks(1));
        Assert.Equal(Masks(1), Masks(1, threads: 3));
        Assert.NotEqual(Masks(1), Masks(2));
        Assert.NotEqual(Masks(1), Masks(1, trainer: 5));
        Assert.Equal(Masks(1, trainer: 5), Masks(2, trainer: 5));
    }

    [Fact]
    public void DropPath_depends_on_the_seed_too()
    {
        float[] Kept(int network)
        {
            using var training = new Trainer<OnlyDropPath>(new OnlyDropPath(network), new Sgd(0), 64, threads: 2);
            return training.Forward(Ones(64 * OnlyDropPath.InputLength)).ToArray();
        }

        Assert.Equal(Kept(1), Kept(1));
        Assert.NotEqual(Kept(1), Kept(2));
    }

    [Fact]
    public void A_disposed_trainer_says_so()
    {
        var trainer = new Trainer<SharedNetwork>(_network, new Sgd(0.1f), Batch, threads: 2);
        trainer.Step(_inputs, _labels);
        trainer.Dispose();
        trainer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => trainer.Step(_inputs, _labels));
        Assert.Throws<ObjectDisposedException>(() => { trainer.Forward(_inputs); });
        Assert.Throws<ObjectDisposedException>(() => trainer.ForwardBackward(_inputs, _labels));
        Assert.Throws<ObjectDisposedException>(() => trainer.Backward([]));
        Assert.Throws<ObjectDisposedException>(trainer.ApplyGradients);
        Assert.Throws<ObjectDisposedException>(() => { _ = trainer.Gradients; });
        Assert.Throws<ObjectDisposedException>(() => { _ = trainer.InputGradients; });
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(1025)]
    [InlineData(-1)]
    public void A_number_of_threads_beyond_reason_is_refused(int threads)
    {
        Assert.Contains(
            "1024", Assert.Throws<ArgumentOutOfRangeException>(() => _network.Threads = threads).Message, StringComparison.Ordinal);
        Assert.Equal(1, _network.Threads);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => { _ = new Trainer<SharedNetwork>(_network, new Sgd(0.1f), Batch, threads); });
    }

    private static float[] Ones(int length)
    {
        float[] ones = new float[length];
        Array.Fill(ones, 1f);
        return ones;
    }

    private static SharedNetwork Copy(ReadOnlySpan<float> parameters)
    {
        var copy = new SharedNetwork(seed: 2);
        parameters.CopyTo(copy.Parameters);
        return copy;
    }

    private float[] Predict(SharedNetwork network)
    {
        float[] output = new float[SharedNetwork.OutputLength];
        network.Predict(_inputs.AsSpan(0, SharedNetwork.InputLength), output);
        return output;
    }

    private void Step()
    {
        using var trainer = new Trainer<SharedNetwork>(_network, new Sgd(0.1f), Batch, threads: 1);
        trainer.Step(_inputs, _labels);
    }
}

/// <summary>Folded normalisations, transformed weights, plain weights and running statistics in one.</summary>
[Network]
[Input(3, 12, 12)]
[Conv2d(16, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU]
[Conv2d(16, 3, Padding = 1), ReLU]
[AdaptiveAvgPool2d(1), Flatten, Linear(10)]
public sealed partial class SharedNetwork;

/// <summary>A weight of more elements than a file is written at a time, cut within a panel.</summary>
[Network]
[Input(1100)]
[Linear(1003)]
public sealed partial class LargeNetwork;
