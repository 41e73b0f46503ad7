using System.Runtime.CompilerServices;

namespace CnnGen.Onnx.Tests;

/// <summary>What is written for networks that everyone knows.</summary>
public sealed class SourceTests
{
    /// <summary>Set CNNGEN_UPDATE to write the snapshots anew.</summary>
    [Theory]
    [InlineData("resnet18", "ResNet18", 40)]
    [InlineData("mobilenet_v2", "MobileNetV2", 30)]
    [InlineData("unet", "UNet", 60)]
    public void SourcesReadAsAPersons(string model, string name, int mostLines)
    {
        ImportResult result = OnnxImporter.Import(
            ModelFiles.WithZeros($"{model}.empty.onnx"), new() { Name = name, Namespace = "Networks" });
        Assert.Empty(result.Problems);
        string snapshot = Path.Combine(Folder(), "Snapshots", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("CNNGEN_UPDATE") is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(snapshot)!);
            File.WriteAllText(snapshot, result.Source);
        }

        Assert.Equal(File.ReadAllText(snapshot), result.Source);
        Assert.InRange(result.Source!.Split('\n').Length, 1, mostLines);
    }

    /// <summary>State dictionaries of PyTorch have these names, too.</summary>
    [Fact]
    public void ParametersHaveTheModelsNames()
    {
        ImportResult result = OnnxImporter.Import(ModelFiles.WithZeros("resnet18.empty.onnx"), new() { Name = "ResNet18" });
        string[] names = [.. result.Parameters.Select(parameter => parameter.Name)];
        Assert.Contains("conv1.weight", names);
        Assert.Contains("layer1.1.bn2.running_var", names);
        Assert.Contains("layer3.0.downsample.0.weight", names);
        Assert.Contains("layer4.1.conv2.weight", names);
        Assert.Contains("fc.bias", names);
        Assert.Equal(102, names.Length);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
