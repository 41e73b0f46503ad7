using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Passes;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Tests.Lowering;

/// <summary>An input of few channels is widened to vectors unless a convolution alone reads it, padded and normalised or not.</summary>
public sealed class LayoutTests
{
    private const string Normalize = "Normalize(new[] { 1f, 2, 3 }, new[] { 3f, 2, 1 })";

    [Theory]
    [InlineData("[Conv2d(8, 3)]", 3, 8)]
    [InlineData($"[{Normalize}, Conv2d(8, 3, Padding = 1)]", 3, 3, 8)]
    [InlineData($"[Pad2d(2), {Normalize}, CenterCrop2d(7, 8), Conv2d(8, 3)]", 3, 3, 3, 3, 8)]
    [InlineData($"[{Normalize}, ReLU, Conv2d(8, 3)]", 8, 8, 8, 8)]
    [InlineData($"[{Normalize}]", 8, 8)]
    [InlineData("[Flatten, Linear(4)]", 248, 248, 8)]
    [InlineData("[Flatten, Linear(4, Name = \"a\"), Flatten(From = Graph.Input), Linear(4), Add(\"a\")]", 248, 248, 8, 248, 8, 8)]
    [InlineData($"[{Normalize}, Flatten, Linear(4)]", 3, 3, 248, 8)]
    [InlineData($"[Pad2d(2), {Normalize}, CenterCrop2d(7, 8), Flatten, Linear(4)]", 3, 3, 3, 3, 168, 8)]
    [InlineData("[Conv2d(8, 3, Name = \"a\"), Flatten(From = Graph.Input), Linear(4)]", 3, 8, 248, 8)]
    [InlineData("[Conv2d(2, 3), Flatten, ReLU, Linear(4)]", 3, 8, 104, 104, 8)]
    [InlineData("[Conv2d(5, 3), Flatten, Linear(4)]", 3, 8, 248, 8)]
    [InlineData($"[{Normalize}, Conv2d(3, 1, Name = \"a\"), Add(\"a\", Graph.Input)]", 8, 8, 8, 8)]
    public void Channel_strides(string layers, params int[] expected)
    {
        LoweredGraph graph = LowerInference.Passes(Specs.Graph($"[Input(3, 9, 9)]\n{layers}"), channelsLast: false);
        Assert.Equal(expected, AssignLayouts.Values(graph).Select(layout => layout.ChannelStride));
    }
}
