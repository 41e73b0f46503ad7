using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CnnGen.Generator.Tests;
using CnnGen.ModelZoo.Tests.Support;

namespace CnnGen.ModelZoo.Tests;

/// <summary>What is known of each network at compile time.</summary>
public class FactTests
{
    private static readonly Dictionary<string, string[]> Facts = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Goldens", "facts.tsv"))
        .Select(line => line.Split('\t'))
        .ToDictionary(fields => fields[0], StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Zoo.Names];

    [Fact]
    public void Every_network_has_facts() => Assert.Equal(Zoo.Names, Facts.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Sizes_and_parameters_equal_PyTorch(string name)
    {
        string[] lines =
        [
            .. Zoo.Info(name).Parameters
                .Select(parameter => $"{parameter.Name} {string.Join('x', Zoo.Squeezed(parameter.Shape))}\n")
                .Order(StringComparer.Ordinal),
        ];
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))))[..16];
        string[] found =
        [
            name,
            Zoo.Constant(name, "ParameterCount").ToString(CultureInfo.InvariantCulture),
            Zoo.Constant(name, "MultiplyAdds").ToString(CultureInfo.InvariantCulture),
            hash,
        ];
        Assert.True(
            Facts[name].SequenceEqual(found), $"{string.Join(' ', Facts[name])} is {string.Join(' ', found)}:\n{string.Concat(lines)}");
    }

    /// <summary>The figures of the papers, and of torchvision's documentation, to the digits that they give.</summary>
    [Theory]
    [InlineData("AlexNetOf2012", "61.0 M", "724 M")]
    [InlineData("AlexNet", "61.1 M", "0.71 G")]
    [InlineData("Vgg11", "132.9 M", "7.61 G")]
    [InlineData("Vgg16", "138.4 M", "15.47 G")]
    [InlineData("Vgg19", "143.7 M", "19.63 G")]
    [InlineData("ResNet18", "11.7 M", "1.81 G")]
    [InlineData("ResNet34", "21.8 M", "3.66 G")]
    [InlineData("ResNet50", "25.6 M", "4.09 G")]
    [InlineData("ResNet101", "44.5 M", "7.80 G")]
    [InlineData("ResNet152", "60.2 M", "11.51 G")]
    [InlineData("ResNet20", "0.27 M", null)]
    [InlineData("ResNet56", "0.85 M", null)]
    [InlineData("GoogLeNet", "6.6 M", "1.50 G")]
    [InlineData("InceptionV3", "23.8 M", "5.71 G")]
    [InlineData("Xception", "22.86 M", "8.4 G")]
    [InlineData("MobileNetV1", "4.2 M", "569 M")]
    [InlineData("MobileNetV2", "3.5 M", "0.30 G")]
    [InlineData("MobileNetV3Small", "2.5 M", "0.06 G")]
    [InlineData("UNetOf2015", "31.03 M", null)]
    [InlineData("SqueezeNet", "1.2 M", "0.35 G")]
    [InlineData("DenseNet121", "8.0 M", "2.83 G")]
    [InlineData("ShuffleNetV2", "2.3 M", "0.14 G")]
    [InlineData("EfficientNetB0", "5.3 M", "0.39 G")]
    [InlineData("ConvNeXtTiny", "28.6 M", "4.46 G")]
    [InlineData("ConvNeXtV2Atto", "3.7 M", "0.55 G")]
    public void Sizes_equal_the_published_ones(string name, string parameters, string? multiplyAdds)
    {
        RequireEqual(parameters, Zoo.Constant(name, "ParameterCount"));
        if (multiplyAdds is not null)
        {
            RequireEqual(multiplyAdds, Zoo.Constant(name, "MultiplyAdds"));
        }
    }

    /// <summary>The paper counts 60,000 trainable parameters and leaves the codes of the ten classes as they are.</summary>
    [Fact]
    public void LeNet5_of_1998_has_as_many_parameters_as_the_paper_says()
    {
        ParameterInfo codes = Zoo.Info("LeNet5Of1998").Parameters.Single(parameter => parameter.Name == "output.weight");
        Assert.Equal(60_000, LeNet5Of1998.ParameterCount - codes.Length);
    }

    /// <summary>The JIT gives up on long methods.</summary>
    [Fact]
    public void No_method_comes_near_the_limits_of_the_JIT()
    {
        (string method, int bytes) = IntermediateLanguage.Largest(File.ReadAllBytes(typeof(LeNet5).Assembly.Location));
        Assert.True(bytes < 20_000, $"{method} has {bytes} bytes of IL");
    }

    private static void RequireEqual(string published, long found)
    {
        string[] parts = published.Split(' ');
        decimal unit = parts[1] == "G" ? 1e9m : 1e6m;
        int digits = parts[0].Split('.') is [_, var fraction] ? fraction.Length : 0;
        decimal rounded = Math.Round(found / unit, digits, MidpointRounding.AwayFromZero);
        Assert.Equal(decimal.Parse(parts[0], CultureInfo.InvariantCulture), rounded);
    }
}
