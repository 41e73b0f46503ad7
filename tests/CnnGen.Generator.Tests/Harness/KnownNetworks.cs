namespace CnnGen.Generator.Tests;

/// <summary>Small networks that are in use, and random ones.</summary>
public static class KnownNetworks
{
    private const string Floor = "(Rounding = Rounding.Floor)";
    private const int RandomCount = 16;

    private static readonly Dictionary<string, (string Attributes, string Options)> Networks = new()
    {
        ["LeNet-5"] = ("""
            [Input(1, 28, 28)]
            [Conv2d(6, 5, Padding = 2), Tanh, AvgPool2d(2)]
            [Conv2d(16, 5), Tanh, AvgPool2d(2)]
            [Flatten]
            [Linear(120), Tanh]
            [Linear(84), Tanh]
            [Linear(10)]
            """, ""),
        ["ball"] = ("""
            [Input(1, 16, 16)]
            [Conv2d(8, 5, Stride = 2, Padding = 2), MaxPool2d(2), ReLU]
            [Conv2d(12, 3, Padding = 1), MaxPool2d(2), ReLU]
            [Conv2d(2, 2), Flatten, Softmax]
            """, ""),
        ["pedestrian"] = ("""
            [Input(1, 36, 18)]
            [Conv2d(4, 3, Padding = 1), ReLU, MaxPool2d(2)]
            [Conv2d(8, 3, Padding = 1), ReLU, MaxPool2d(2)]
            [Conv2d(16, 3, Padding = 1), ReLU, MaxPool2d(KernelHeight = 4, KernelWidth = 2)]
            [Conv2d(2, 2), Flatten, Softmax]
            """, Floor),
        ["robots"] = ("""
            [Input(3, 60, 80)]
            [Conv2d(16, 3, Padding = 1), LeakyReLU(0.1f), MaxPool2d(2)]
            [Conv2d(24, 3, Padding = 1), LeakyReLU(0.1f), MaxPool2d(2)]
            [Conv2d(16, 3, Padding = 1), LeakyReLU(0.1f)]
            [Conv2d(32, 3, Padding = 1), LeakyReLU(0.1f), MaxPool2d(2)]
            [Conv2d(40, 3, Padding = 1), LeakyReLU(0.1f)]
            [Conv2d(7, 1)]
            """, Floor),
        ["ConvNeXt blocks"] = ("""
            [Input(3, 32, 32)]
            [Conv2d(40, 4, Stride = 4), LayerNorm(Eps = 1e-6f, Name = "stem")]
            [DepthwiseConv2d(7, Padding = 3), LayerNorm(Eps = 1e-6f), Conv2d(160, 1), GELU, Conv2d(40, 1), LayerScale(Name = "v1")]
            [Add("v1", "stem", Name = "sum")]
            [DepthwiseConv2d(7, Padding = 3), LayerNorm(Eps = 1e-6f), Conv2d(160, 1), GELU, GlobalResponseNorm, Conv2d(40, 1, Name = "v2")]
            [Add("v2", "sum"), GroupNorm(10), LocalResponseNorm(5), AvgPool2d(8), Flatten, LayerNorm(Eps = 1e-6f), Linear(10)]
            """, ""),
    };

    /// <summary>All names, for theories.</summary>
    public static TheoryData<string> Names => [.. Networks.Keys];

    /// <summary>All names and those of the random networks, <c>random 1</c> onwards.</summary>
    public static TheoryData<string> NamesAndRandom =>
        [.. Networks.Keys, .. Enumerable.Range(1, RandomCount).Select(seed => $"random {seed}")];

    /// <summary>The attributes below <c>[Network]</c>, and its arguments.</summary>
    public static (string Attributes, string Options) Get(string name) => name.Split(' ') is ["random", var seed]
        ? (RandomNetwork.Layers(int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture)), Floor)
        : Networks[name];
}
