using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Tests.Hostile;

/// <summary>Every operator in a network of its own, with channels that fill their vectors (8) and that do not (9).</summary>
internal static class OperatorList
{
    private const string Linear = "Flatten, Linear({C})";

    /// <summary>{C}: the channels; {G}: groups that divide them; {Ones}: a number for each.</summary>
    private static readonly string[] Layers =
    [
        "Conv2d({C}, 1)", "Conv2d({C}, 3, Padding = 1), ReLU", "Conv2d({C}, 3, Stride = 2, Padding = 1, Bias = false), Sigmoid",
        "Conv2d({C} + 24, 3), Softplus", "Conv2d(2 * {C} + 31, 1)", "Conv2d({C}, 3, Padding = 1, PaddingMode = PaddingMode.Reflect)",
        "Conv2d({C}, 1), BatchNorm2d", "Conv2d({C}, 3, Groups = {G})", "ConvTranspose2d({C}, 3, Stride = 2)",
        "DepthwiseConv2d(3, Padding = 1)", "SeparableConv2d({C} + 1, 3), SiLU", "FixedConv2d(3, 1, 2, 1, 2, 4, 2, 1, 2, 1)",
        "Conv2d({C} + 9, 1), Upsample(2), Conv2d({C} + 10, 3, Padding = 1)",
        "MaxPool2d(2)", "MaxPool2d(3, Stride = 1, Padding = 1)", "MaxPool2d(2, Stride = 1, Dilation = 2, Ties = Ties.Split)",
        "MaxPool2d(6)", "MinPool2d(3)", "MinPool2d(3, Stride = 1, Padding = 1, Ties = Ties.Split)", "AvgPool2d(2)",
        "AdaptiveAvgPool2d(4)", "AdaptiveMaxPool2d(4)", "Subsample2d(2)",
        Linear, $"{Linear}, ReLU", $"{Linear}, Linear(3)", "Flatten, Rbf({C})",
        "BatchNorm2d", "BatchNorm2d(Eps = 0)", "BatchNorm2d(Affine = false), Tanh", "InstanceNorm2d", "LayerNorm", "GroupNorm({G})",
        "LocalResponseNorm(3)", "LocalResponseNorm(3, Alpha = 1, K = 0)", "LocalResponseNorm(4, Alpha = 1, Beta = 0.6f, K = 0), Sigmoid",
        "GlobalResponseNorm", "LayerScale", "Flatten, LayerNorm",
        "ReLU", "ReLU6", "LeakyReLU(0.1f)", "PReLU", "PReLU(PerChannel = true)", "Flatten, PReLU(PerChannel = true)", "ELU", "SiLU",
        "GELU", "GELU(Approximate = GeluApproximation.Tanh)", "Sigmoid", "Tanh", "ScaledTanh",
        "Hardswish", "Hardsigmoid", "Softplus", "Mish", "Softmax", "LogSoftmax", "Flatten, Softmax", "Flatten, LogSoftmax",
        "Dropout(0.5f)", "DropPath(0.2f)",
        "Upsample(2)", "Upsample(2, Mode = UpsampleMode.Bilinear)", "Upsample(3, Mode = UpsampleMode.Bilinear, AlignCorners = true)",
        "Conv2d(4 * {C}, 1), PixelShuffle(2)", "ChannelShuffle({G})", "Slice(1, {C} - 1)", "Pad2d(1)", "CenterCrop2d(4, 4)",
        "Normalize(new[] { {Ones} }, new[] { {Ones} })",
        "Sigmoid, Add(Graph.Input), ReLU", "Sigmoid, Multiply(Graph.Input)", "Conv2d(1, 1), Multiply(Graph.Input)",
        "AdaptiveAvgPool2d(1), Multiply(Graph.Input)", "Sigmoid(Name = \"a\"), Concat(\"a\", Graph.Input)",
        "Conv2d({C}, 1, Name = \"a\"), Conv2d(3, 1, From = Graph.Input, Name = \"b\"), Concat(\"a\", \"b\")",
    ];

    /// <summary>The layers, and how many channels the input has: <c>MaxPool2d(2) of 9</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. from layers in Layers from channels in new[] { 8, 9 } select $"{layers} of {channels}"];

    private static readonly Lazy<NetworkBuild> Build = new(() => new NetworkCompiler().BuildToRun(
        "using CnnGen;\n\n" + string.Concat(Names.Select(name => Declaration(name).Replace("class Net;", $"class {ClassOf(name)};")))));

    /// <summary>The network, compiled.</summary>
    public static OperatorRun Compile(string name)
    {
        Type type = Build.Value.Load(ClassOf(name));
        return (OperatorRun)Activator.CreateInstance(typeof(OperatorRun<>).MakeGenericType(type))!;
    }

    /// <summary>The network as the generator sees it.</summary>
    public static NetworkGraph Graph(string name) => Specs.Graph(Attributes(name));

    private static string ClassOf(string name) => $"Operator{Names.ToList().IndexOf(name)}";

    private static string Declaration(string name) => Check.Network(Attributes(name)).Replace("using CnnGen;", "");

    private static string Attributes(string name)
    {
        int channels = name[^1] - '0';
        string layers = name[..name.LastIndexOf(" of ", StringComparison.Ordinal)]
            .Replace("{C}", $"{channels}").Replace("{G}", channels == 8 ? "2" : "3")
            .Replace("{Ones}", string.Join(", ", Enumerable.Repeat("1f", channels)));
        return $"[Input({channels}, 6, 6)]\n[{layers}]";
    }
}
