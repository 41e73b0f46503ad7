namespace CnnGen.Onnx.Tests;

/// <summary>What has no layer is said, node by node; a partial import ends before it.</summary>
public sealed class RefusalTests
{
    private static ModelBuilder Model => new ModelBuilder().Input("x", 1, 3, 8, 8).Weight("w", 4, 3, 3, 3)
        .Node("Conv", "x w", "c").Node("Sin", "c", "s").Node("Relu", "c", "r").Node("Add", "s r", "t").Node("Cos", "t", "y").Output("y")
            .Output("r");

    [Fact]
    public void EveryNodeWithoutALayerIsNamedOnce()
    {
        ImportResult result = Model.Import();
        Assert.Null(result.Source);
        Assert.Equal(
            [
                "node 'Sin_s' (Sin, opset 17): no layer of CnnGen does what this operator does",
                "node 'Cos_y' (Cos, opset 17): no layer of CnnGen does what this operator does",
            ],
            result.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void APartialImportGivesWhatTheRestReads()
    {
        ImportResult result = Model.Import(new() { Name = "Part", Partial = true });
        Assert.Equal(["r", "c"], result.Outputs.Select(output => output.Name));
        Assert.Equal(["Sin_s", "Add_t", "Cos_y"], result.Outside);
        Assert.Equal(2, result.Problems.Count);
        float[][] outputs = new CompiledNetworks(result.Source!).Predict(result, "", new float[3 * 8 * 8], batch: 1);
        Assert.Equal(4 * 6 * 6, outputs[0].Length);
    }

    /// <summary>The reading of the input that gets furthest counts, not the one that fails once, at the first node.</summary>
    [Fact]
    public void APartialImportReadsTheInputSoThatMostIsInside()
    {
        ImportResult result = Model.Import(new() { Partial = true });
        Assert.False(result.Input!.IsChannelsLast);
        Assert.Contains("Input(3, 8, 8)", result.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Div", "x c", "expected a constant divisor")]
    [InlineData("MatMul", "c c", "expected a computed tensor times a constant matrix")]
    [InlineData("Conv", "c c", "expected a constant as input 1 ('c'), found a computed tensor")]
    public void ReasonsSayWhatWasExpected(string name, string inputs, string reason)
    {
        ImportResult result = new ModelBuilder().Input("x", 1, 3, 8, 8).Node("Relu", "x", "c").Node(name, inputs, "y").Output("y").Import();
        Assert.Contains(reason, Assert.Single(result.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void OutputsThatAreTheInputOrTwiceTheSameAreGiven()
    {
        ImportResult result = new ModelBuilder().Input("x", 1, 3, 2, 2).Node("Relu", "x", "y").Node("Reshape", "y s", "z").Integers("s", 1, 12)
            .Node("Identity", "x", "w").Output("y").Output("z").Output("w").Import(new() { Name = "Graph" });
        float[] input = [.. Enumerable.Range(-6, 12).Select(i => (float)i)], positive = [.. input.Select(x => Math.Max(x, 0))];
        Assert.Equal([positive, positive, input], new CompiledNetworks(result.Source!).Predict(result, "", input, batch: 1));
    }

    [Fact]
    public void TwoInputsAreRefused()
    {
        ImportResult result = new ModelBuilder().Input("x", 1, 3).Input("z", 1, 3).Node("Add", "x z", "y").Output("y").Import();
        Assert.Contains("expected one input, found 2: 'x', 'z'", Assert.Single(result.Problems).Reason, StringComparison.Ordinal);
    }
}
