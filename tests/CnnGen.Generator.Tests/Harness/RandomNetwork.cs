using System.Globalization;
using System.Text;

namespace CnnGen.Generator.Tests;

/// <summary>Correct sequential networks of random layers with odd sizes; a seed gives always the same one.</summary>
public static class RandomNetwork
{
    private static readonly string[] Activations =
    [
        "ReLU", "ReLU6", "LeakyReLU(0.2f)", "ELU(0.7f)", "SiLU", "GELU", "GELU(Approximate = GeluApproximation.Tanh)", "Sigmoid", "Tanh",
        "ScaledTanh", "Hardswish", "Hardsigmoid", "Softplus", "Mish", "Softmax", "LogSoftmax", "Dropout(0.3f)",
    ];

    private static readonly string[] Paddings = ["Zeros", "Reflect", "Replicate", "Circular"];

    /// <summary>The attributes below <c>[Network(Rounding = Rounding.Floor)]</c>.</summary>
    public static string Layers(int seed)
    {
        var random = new Random(seed);
        int channels = random.Next(1, 10), height = random.Next(6, 20), width = random.Next(6, 20);
        string layout = random.Next(3) == 0 ? ", Layout = TensorLayout.ChannelsLast" : "";
        var text = new StringBuilder(Format($"[Input({channels}, {height}, {width}{layout})]\n"));
        for (int i = random.Next(1, 5); i > 0 && Math.Min(height, width) >= 4; i--)
        {
            text.Append(random.Next(3) == 0 ? Pool() : Convolution());
            text.Append(Format($"[{Activations[random.Next(Activations.Length)]}]\n"));
        }

        if (random.Next(2) == 0)
        {
            text.Append(Format($"[Flatten, Linear({random.Next(1, 40)}), Tanh, Linear({random.Next(1, 20)}, Bias = false)]\n"));
        }

        return text.ToString();

        string Convolution()
        {
            int groups = channels % 2 == 0 && random.Next(3) == 0 ? 2 : 1;
            int outChannels = groups * random.Next(1, 30), rows = random.Next(1, 4), columns = random.Next(1, 4);
            int stride = random.Next(3) == 0 ? 2 : 1, padding = random.Next(0, Math.Min(rows, columns));
            int dilation = padding > 0 || Math.Min(height, width) < 5 ? 1 : random.Next(1, 3);
            string mode = Paddings[random.Next(Paddings.Length)];
            channels = outChannels;
            height = Outputs(height, rows, stride, padding, dilation);
            width = Outputs(width, columns, stride, padding, dilation);
            return Format(
                $"""
                [Conv2d({outChannels}, {rows}, {columns}, Stride = {stride}, Padding = {padding},
                    Dilation = {dilation}, Groups = {groups}, PaddingMode = PaddingMode.{mode})]

                """);
        }

        string Pool()
        {
            int kernel = random.Next(1, 4), stride = random.Next(1, 3), padding = random.Next(0, kernel / 2 + 1);
            string kind = new[] { "Max", "Min", "Avg" }[random.Next(3)];
            height = Outputs(height, kernel, stride, padding, 1);
            width = Outputs(width, kernel, stride, padding, 1);
            return Format($"[{kind}Pool2d({kernel}, Stride = {stride}, Padding = {padding})]\n");
        }
    }

    private static int Outputs(int size, int kernel, int stride, int padding, int dilation) =>
        (size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
