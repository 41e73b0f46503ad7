namespace CnnGen.Onnx.Tests;

/// <summary>Small networks of PyTorch's, compiled together, against the plain evaluation of their models.</summary>
public sealed class PyTorchTests
{
    private static readonly string[] Models = ["tiny_unet", "tiny_mobilenet", "tiny_convnext", "tiny_shufflenet"];

    private static readonly Lazy<(Dictionary<string, ImportResult> Results, CompiledNetworks Networks)> Imports = new(() =>
    {
        var results = new Dictionary<string, ImportResult>();
        foreach (string model in Models)
        {
            results[model] = OnnxImporter.Import(ModelFiles.Path($"{model}.onnx"));
            results[model + " every"] = OnnxImporter.Import(
                ModelFiles.Path($"{model}.onnx"), new() { Name = model + " every", EveryTensor = true });
        }

        return (results, new([.. results.Values.Select(result => result.Source!)]));
    });

    [Theory]
    [InlineData("tiny_unet")]
    [InlineData("tiny_mobilenet")]
    [InlineData("tiny_convnext")]
    [InlineData("tiny_shufflenet")]
    public void OutputsAreTheModels(string model)
    {
        VerifyResult found = Verify(model, Imports.Value.Results[model]);
        Assert.Single(found.Outputs);
        Assert.Null(found.FirstBeyond(1e-4));
    }

    [Theory]
    [InlineData("tiny_unet")]
    [InlineData("tiny_mobilenet")]
    [InlineData("tiny_convnext")]
    [InlineData("tiny_shufflenet")]
    public void EveryTensorIsTheModels(string model)
    {
        VerifyResult found = Verify(model, Imports.Value.Results[model + " every"]);
        Assert.True(found.Outputs.Count > 10);
        Assert.Null(found.FirstBeyond(1e-4));
    }

    [Fact]
    public void TheFirstNodeThatDiffersIsNamed()
    {
        ImportResult result = Imports.Value.Results["tiny_unet every"];
        float[] weight = result.Parameters.Single(parameter => parameter.Name == "up.0.weight").Values.ToSingles();
        weight[3] += 1;
        try
        {
            TensorError first = Verify("tiny_unet", result).FirstBeyond(1e-4)!;
            Assert.Equal(("/up.0/ConvTranspose", "ConvTranspose"), (first.Node, first.Operator));
        }
        finally
        {
            weight[3] -= 1;
        }
    }

    private static VerifyResult Verify(string model, ImportResult result) => OnnxVerifier.Verify(
        ModelFiles.Path($"{model}.onnx"), result,
        sample => [.. Imports.Value.Networks.Predict(result, "", sample, batch: 1).SelectMany(output => output)]);
}
