using System.Text.RegularExpressions;

namespace CnnGen.Generator.Tests;

/// <summary>Layers that differ in sizes alone share the methods that compute them.</summary>
public sealed class SharedMethodTests
{
    [Theory]
    [InlineData(32, "Conv2d(24, 1), ReLU, MaxPool2d(2), Conv2d(24, 1), ReLU", "Conv1x1_Bias_ReLU")]
    [InlineData(48, "Conv2d(24, 5, Padding = 2), MaxPool2d(2), Conv2d(24, 5, Padding = 2)", "Conv5x5_Bias")]
    [InlineData(80, "DepthwiseConv2d(3, Padding = 1), MaxPool2d(2), Conv2d(40, 1), DepthwiseConv2d(3, Padding = 1)", "Depthwise3x3_Bias")]
    public void Layers_that_differ_in_sizes_share_a_method(int size, string layers, string method)
    {
        string text = Emitted($"[Network(Training = false), Input(24, {size}, {size}), {layers}] partial class Net;");
        Assert.Equal(2, Regex.Matches(text, $@"{method}<Sizes\.\w+>\(").Select(call => call.Value).Distinct().Count());
        Assert.Single(Regex.Matches(text, $@"static void {method}<S>\("));
    }

    [Fact]
    public void Sizes_are_written_out_where_one_layer_needs_a_method()
    {
        string text = Emitted("[Network(Training = false), Input(24, 32, 32), Conv2d(24, 1), ReLU, Conv2d(24, 3)] partial class Net;");
        Assert.DoesNotContain("ISizes", text);
    }

    [Fact]
    public void Layers_that_differ_in_more_than_sizes_share_nothing()
    {
        string text = Emitted(
            "[Network(Training = false), Input(24, 32, 32), Conv2d(24, 1), ReLU, MaxPool2d(2), Conv2d(24, 1), ReLU6] partial class Net;");
        Assert.DoesNotContain("ISizes", text);
    }

    [Fact]
    public void Weight_gradients_share_a_method()
    {
        string text = Emitted(
            "[Network, Input(24, 12, 12), Conv2d(24, 1), ReLU, MaxPool2d(2), Conv2d(48, 1), ReLU, Flatten, Linear(3)] partial class Net;");
        Assert.Single(Regex.Matches(text, @"static void WeightGradient_Tile4x3<S>\("));
    }

    private static string Emitted(string network) =>
        new NetworkCompiler().Build($"using CnnGen; {network}").Source;
}
