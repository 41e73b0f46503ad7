using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Constructors give PyTorch's default initialisation, and the same seed the same bits.</summary>
public class InitialisationTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bits() =>
        Tolerance.SameBits(new SmallVgg(7).Parameters, new SmallVgg(7).Parameters, "parameters");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(8)]
    public void Another_seed_gives_other_weights(int seed)
    {
        float[] seven = new LeNet5(7).Parameters.ToArray();
        float[] other = new LeNet5(seed).Parameters.ToArray();
        int equal = seven.Zip(other, (a, b) => a == b).Count(same => same);
        Assert.InRange(equal, 0, seven.Length / 1000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    public void Weights_and_biases_are_uniform_within_the_root_of_the_fan_in(int seed)
    {
        var network = new SmallVgg(seed);
        float[] parameters = network.Parameters.ToArray();
        foreach (ParameterInfo weight in SmallVgg.Info.Parameters.Where(p => p.Shape.Count > 1))
        {
            ParameterInfo bias = SmallVgg.Info.Parameters.Single(p => p.Name == weight.Name.Replace("weight", "bias"));
            double bound = 1 / Math.Sqrt(weight.Length / weight.Shape[0]);
            AssertUniform(weight.Name, Values(weight), bound);
            Assert.All(Values(bias), b => Assert.InRange(b, -bound, bound));
            Assert.True(Values(bias).Distinct().Count() > 1, $"{bias.Name} is constant");
        }

        float[] Values(ParameterInfo parameter) => parameters[parameter.Offset..(parameter.Offset + parameter.Length)];
    }

    [Fact]
    public void The_fan_in_of_a_group_counts_its_own_channels()
    {
        var network = new Groups(3);
        ParameterInfo weight = Groups.Info.Parameters[0];
        Assert.Equal([10, 3, 3, 3], weight.Shape);
        double bound = 1 / Math.Sqrt(27);
        AssertUniform(weight.Name, network.Parameters[..weight.Length].ToArray(), bound);
    }

    [Fact]
    public void Slopes_of_PReLU_begin_at_a_quarter()
    {
        float[] parameters = new ActPReLU(5).Parameters.ToArray();
        foreach (ParameterInfo slope in ActPReLU.Info.Parameters.Where(p => p.Length == 1))
        {
            Assert.Equal(0.25f, parameters[slope.Offset]);
        }
    }

    /// <summary>Range, mean and variance (bound² / 3) as far as the number of values lets one say.</summary>
    private static void AssertUniform(string name, float[] values, double bound)
    {
        Assert.All(values, v => Assert.InRange(v, -bound * 1.000001, bound * 1.000001));
        double mean = values.Average(), variance = values.Average(v => (double)v * v);
        double deviation = 5 / Math.Sqrt(values.Length);
        Assert.True(Math.Abs(mean) < deviation * bound / Math.Sqrt(3), $"{name}: mean {mean}");
        Assert.True(Math.Abs(variance / (bound * bound / 3) - 1) < deviation, $"{name}: variance {variance}, bound {bound}");
    }
}
