using CnnGen.Operators.Tests.Notes;

namespace CnnGen.Operators.Tests.Sums;

/// <summary>Products with factors that stand for all pixels, all channels or both.</summary>
public class FactorTests
{
    [Fact]
    public void One_number_for_all_gets_the_sum_over_all()
    {
        var trainer = new Trainer<MeanTimesInput>(new MeanTimesInput(1), new Sgd(0f), 1, threads: 1);
        trainer.Forward(Ones(MeanTimesInput.InputLength));
        trainer.Backward(Ones(MeanTimesInput.OutputLength));
        Assert.Equal(2704f, trainer.Gradients[^1], 1e-2f);
    }

    [Fact]
    public void A_thousand_passes_with_collections_leave_the_memory_alone()
    {
        var trainer = new Trainer<ScalarGate>(new ScalarGate(1), new Sgd(0f), 1, threads: 1);
        float[] x = Ones(ScalarGate.InputLength), dy = Ones(ScalarGate.OutputLength);
        trainer.Forward(x);
        trainer.Backward(dy);
        float[] first = trainer.Gradients.ToArray();
        for (int pass = 0; pass < 1000; pass++)
        {
            trainer.Forward(x);
            trainer.Backward(dy);
            if (pass % 10 == 0)
            {
                GC.Collect();
            }
        }

        Assert.Equal(first, trainer.Gradients.ToArray());
    }

    /// <summary>Whole numbers, so that every sum is exact: a bias's gradient is that of its factor, dy times the others.</summary>
    [Fact]
    public void Factors_of_every_shape_get_the_sum_over_what_they_stand_for()
    {
        const int Channels = 11, Pixels = 6;
        AllFactors network = Probe.Create<AllFactors>();
        float[] x = Probe.Whole("factors/x", Channels * Pixels, 2), dy = Probe.Whole("factors/dy", Channels * Pixels, 2);
        var trainer = new Trainer<AllFactors>(network, new Sgd(0f), 1, threads: 1);
        trainer.Forward(x);
        trainer.Backward(dy);

        float[] Weights(string name)
        {
            ParameterInfo parameter = AllFactors.Info.Parameters.Single(p => p.Name == name);
            return network.Parameters.Slice(parameter.Offset, parameter.Length).ToArray();
        }

        float[] kernels = Weights("channels.weight"), across = Weights("pixels.weight"), all = Weights("number.weight");
        float[] channels = Weights("channels.bias");
        float pixelBias = Weights("pixels.bias")[0], number = Weights("number.bias")[0] + x.Zip(all, (a, b) => a * b).Sum();
        for (int c = 0; c < Channels; c++)
        {
            channels[c] += x.Select((value, i) => value * kernels[c * x.Length + i]).Sum();
        }

        float[] pixels = [.. Enumerable.Range(0, Pixels).Select(p =>
            pixelBias + Enumerable.Range(0, Channels).Sum(c => across[c] * x[c * Pixels + p]))];
        float Sum(Func<int, int, float> others, Func<int, bool> ofChannel) => Enumerable.Range(0, Channels).Where(ofChannel)
            .Sum(c => Enumerable.Range(0, Pixels).Sum(p => dy[c * Pixels + p] * x[c * Pixels + p] * others(c, p)));

        float Gradient(string name, int index = 0) =>
            trainer.Gradients[AllFactors.Info.Parameters.Single(p => p.Name == name).Offset + index];

        Assert.All(Enumerable.Range(0, Channels), channel =>
            Assert.Equal(Sum((_, p) => pixels[p] * number, c => c == channel), Gradient("channels.bias", channel)));
        Assert.Equal(Sum((c, _) => channels[c] * number, _ => true), Gradient("pixels.bias"));
        Assert.Equal(Sum((c, p) => channels[c] * pixels[p], _ => true), Gradient("number.bias"));
    }

    private static float[] Ones(int length) => [.. Enumerable.Repeat(1f, length)];
}
