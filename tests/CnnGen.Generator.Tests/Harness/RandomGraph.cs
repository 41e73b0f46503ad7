using System.Globalization;
using System.Text;

namespace CnnGen.Generator.Tests;

/// <summary>Correct networks of branches, merges and nested blocks; a seed gives always the same one.</summary>
public static class RandomGraph
{
    private static readonly string[] Activations = ["ReLU", "SiLU", "Hardswish", "PReLU", "PReLU(PerChannel = true)", "Tanh", "ReLU6"];

    /// <summary>The attributes below <c>[Network]</c>, and the blocks' classes.</summary>
    public static (string Network, string Blocks) Source(int seed)
    {
        var random = new Random(seed);
        int channels = random.Next(1, 20), size = random.Next(3, 12) * 2;
        var network = new StringBuilder(Format($"[Input(3, {size}, {size}), Conv2d({channels}, 3, Padding = 1, Name = \"stem\")]\n"));
        var blocks = new StringBuilder();
        int count = random.Next(1, 5);
        for (int i = 0; i < count; i++)
        {
            string repeat = random.Next(2) == 0 ? Format($", Repeat = {random.Next(1, 4)}, StartIndex = {random.Next(2)}") : "";
            network.Append(Format($"[Apply<Block{i}>(Name = \"stage{i}\"{repeat})]\n"));
            blocks.Append(Format($"\n[Block]\n{Body(random, channels)}\nclass Block{i};\n"));
            if (size % 2 == 0 && random.Next(2) == 0)
            {
                size /= 2;
                channels = random.Next(1, 40);
                network.Append(Format($"[MaxPool2d(2), Conv2d({channels}, 1), {Activation(random)}]\n"));
            }
        }

        if (random.Next(3) == 0)
        {
            network.Append("[Conv2d(2, 1, Name = \"map\"), AvgPool2d(2, Stride = 1), Flatten, Linear(3, Name = \"scores\")]\n");
            network.Append("[Output(\"scores\"), Output(\"map\")]\n");
        }

        return (network.ToString(), blocks.ToString());
    }

    /// <summary>Layers that keep the shape.</summary>
    private static string Body(Random random, int channels) => random.Next(5) switch
    {
        0 => Format(
            $"""
            [Conv2d({channels}, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm2d(Name = "bn1"), {Activation(random)}]
            [Conv2d({channels}, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm2d(Name = "bn2")]
            [Add(Graph.Input), {Activation(random)}]
            """),
        1 => Format(
            $"""
            [AvgPool2d(3, Stride = 1, Padding = 1), Conv2d({(random.Next(2) == 0 ? 1 : channels)}, 1), Sigmoid(Name = "gate")]
            [Multiply("gate", Graph.Input)]
            """),
        2 => Format(
            $"""
            [Conv2d({random.Next(1, 17)}, 1), {Activation(random, "b1")}]
            [Conv2d({random.Next(1, 17)}, 3, Padding = 1, From = Graph.Input), {Activation(random, "b2")}]
            [MaxPool2d(3, Stride = 1, Padding = 1, From = Graph.Input, Name = "b3"), Concat("b1", "b2", "b3"), Conv2d({channels}, 1)]
            """),
        3 => Format(
            $"""
            [Conv2d({channels * 2}, 1, Bias = false), BatchNorm2d, ReLU6, DepthwiseConv2d(3, Padding = 1, Bias = false), BatchNorm2d, ReLU6]
            [Conv2d({channels}, 1, Bias = false), BatchNorm2d(Name = "last"), Add("last", Graph.Input)]
            """),
        _ => Format($"[SeparableConv2d({channels}, 3, Padding = 1), {Activation(random)}, Add(Graph.Input), Dropout(0.2f)]"),
    };

    private static string Activation(Random random) => Activations[random.Next(Activations.Length)];

    private static string Activation(Random random, string name)
    {
        string activation = Activation(random);
        return activation.EndsWith(')') ? $"{activation[..^1]}, Name = \"{name}\")" : $"{activation}(Name = \"{name}\")";
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
