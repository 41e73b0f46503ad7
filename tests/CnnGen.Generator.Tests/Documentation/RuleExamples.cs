namespace CnnGen.Generator.Tests.Documentation;

/// <summary>A source with one mistake, marked.</summary>
/// <param name="Wrong">The source below <c>using CnnGen;</c>.</param>
/// <param name="Right">The same without the mistake; null where the first code fix gives it.</param>
/// <param name="Library">Source of another assembly that it needs.</param>
/// <param name="Weights">What the project embeds.</param>
internal sealed record RuleExample(string Wrong, string? Right = null, string? Library = null, RuleWeights? Weights = null);

/// <summary>A line of the project that embeds weights for the class Net.</summary>
/// <param name="Wrong">The file's name with the mistake.</param>
/// <param name="Right">The file's name without it.</param>
/// <param name="Tensors">What there is in a file of that name, each as <c>fc.weight F32 2×4</c>.</param>
internal sealed record RuleWeights(string Wrong, string Right, params string[] Tensors);

/// <summary>One mistake a rule, for its page.</summary>
internal static class RuleExamples
{
    public static IReadOnlyDictionary<string, RuleExample> All { get; } = new Dictionary<string, RuleExample>
    {
        ["CNN001"] = new("[Network, Input(4), Linear(2)]\nclass {|CNN001:Net|};"),
        ["CNN002"] = new(
            "[Network]\n[Linear(10)]\npartial class {|CNN002:Net|};", "[Network, Input(784)]\n[Linear(10)]\npartial class Net;"),
        ["CNN003"] = new(
            "[Network, Input(4), Linear(8)]\npartial class Net;\n\n[{|CNN003:Linear|}(2)]\npartial class Net;",
            "[Network, Input(4), Linear(8), Linear(2)]\npartial class Net;\n\npartial class Net;"),
        ["CNN004"] = Network("[Input(3, 8, 8)]\n[Conv2d(3, 1, Name = \"first\"), ReLU, Add({|CNN004:\"frist\"|})]"),
        ["CNN005"] = Network("[Input(3, 8, 8)]\n[Conv2d(8, 3, Name = \"conv\"), Conv2d(8, 3, {|CNN005:Name = \"conv\"|})]"),
        ["CNN006"] = Network(
            "[Input(3, 8, 8)]\n[{|CNN006:Conv2d|}(8, 3)]\n[Conv2d(8, 3, From = Graph.Input)]",
            "[Input(3, 8, 8)]\n[Conv2d(8, 3)]\n[Conv2d(8, 3)]"),
        ["CNN007"] = new(
            "[Network, Input(3, 8, 8), Apply<Twice>]\npartial class Net;\n\n"
                + "[Block, Conv2d(8, 3), {|CNN007:Apply<Twice>|}]\nclass Twice;",
            "[Network, Input(3, 8, 8), Apply<Twice>(Repeat = 2)]\npartial class Net;\n\n[Block, Conv2d(8, 3)]\nclass Twice;"),
        ["CNN008"] = new("[Network, Input(4)]\npartial class {|CNN008:Net|};", "[Network, Input(4), Linear(2)]\npartial class Net;"),
        ["CNN009"] = new("[Conv2d(8, 3), ReLU]\nclass {|CNN009:Features|};", "[Block, Conv2d(8, 3), ReLU]\nclass Features;"),
        ["CNN101"] = Network("[Input(3, 8, 8), Conv2d(8, {|CNN101:0|})]", "[Input(3, 8, 8), Conv2d(8, 1)]"),
        ["CNN102"] = Network("[Input(3, 8, 8), Conv2d(8, 3, Padding = 1, {|CNN102:PaddingTop = 0|})]"),
        ["CNN103"] = new(
            "[Network, Input(3, 8, 8), {|CNN103:Apply<Wide>|}(16)]\npartial class Net;\n\n" + Wide,
            "[Network, Input(3, 8, 8), Apply<Wide>(16, 3)]\npartial class Net;\n\n" + Wide),
        ["CNN104"] = Network(
            "[Input(3, 8, 8), Conv2d({|CNN104:Argument.First|}, 3)]", "[Input(3, 8, 8), Conv2d(2 * Graph.Channels, 3)]"),
        ["CNN105"] = new(
            "[Network, Input(3, 8, 8), Apply<Wide>({|CNN105:16|}, 3)]\npartial class Net;",
            "[Network, Input(3, 8, 8), Apply<Wide>(16, 3)]\npartial class Net;\n\n" + Wide,
            Wide.Replace("class", "public class", StringComparison.Ordinal)),
        ["CNN106"] = Widened("8", "{|CNN106:Argument.First << 1|}", "8", "2 * Argument.First"),
        ["CNN107"] = Widened("0", "{|CNN107:64 / Argument.First|}", "4", "64 / Argument.First"),
        ["CNN108"] = Widened("5000", "{|CNN108:1_000_000 * Argument.First|}", "4", "16 * Argument.First"),
        ["CNN201"] = Network("[Input(3, 4, 4), Conv2d(8, {|CNN201:5|})]"),
        ["CNN202"] = Network("[Input(3, 5, 5), Conv2d(8, 3, {|CNN202:Stride = 3|})]"),
        ["CNN203"] = Network("[Input(3, 8, 8), MaxPool2d(2, {|CNN203:Padding = 2|})]"),
        ["CNN204"] = Network("[Input(6, 8, 8), Conv2d(12, 3, {|CNN204:Groups = 4|})]"),
        ["CNN205"] = Network("[Input(3, 9, 9), Conv2d(8, 3, Stride = 2, {|CNN205:Padding = Pad.Same|})]"),
        ["CNN206"] = Network("[Input(3, 2, 9), Conv2d(8, 3, {|CNN206:Padding = 2|}, PaddingMode = PaddingMode.Reflect)]"),
        ["CNN207"] = Network(
            "[Input(4, 8, 8)]\n[Conv2d(8, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d(Name = \"bn\")]\n"
                + "[Add({|CNN207:Graph.Input|}), ReLU]"),
        ["CNN208"] = Network(
            "[Input(3, 8, 8)]\n[Conv2d(8, 3, Name = \"a\"), Conv2d(8, 1, From = Graph.Input, Name = \"b\")]\n"
                + "[Concat(\"a\", {|CNN208:\"b\"|})]"),
        ["CNN209"] = Network("[Input(3, 8, 8)]\n[Conv2d(8, 3), ReLU, {|CNN209:Linear|}(10)]"),
        ["CNN210"] = Network("[Input(3, 8, 8), ConvTranspose2d(8, 3, Stride = 2, {|CNN210:OutputPadding = 2|})]"),
        ["CNN211"] = Network("[Input(6, 8, 8), ChannelShuffle({|CNN211:4|})]"),
        ["CNN212"] = Network("[Input(3, 8, 8), CenterCrop2d({|CNN212:9|}, 8)]"),
        ["CNN213"] = Network("[Input(3, 9, 9), Conv2d(8, 1, {|CNN213:Stride = 2|})]", "[Input(3, 9, 9), Conv2d(8, 3, Stride = 2)]"),
        ["CNN214"] = Network("[Input(3, 8, 8), {|CNN214:Conv2d|}(8, 3), BatchNorm2d, ReLU]"),
        ["CNN215"] = Network(
            "[Input(3, 7, 7), MaxPool2d(3, {|CNN215:2|}, Rounding = Rounding.Floor)]", "[Input(3, 7, 7), MaxPool2d(3, Stride = 2)]"),
        ["CNN216"] = Network(
            "[Input(3, 8, 8), AdaptiveAvgPool2d(1), {|CNN216:InstanceNorm2d|}]", "[Input(3, 8, 8), InstanceNorm2d, AdaptiveAvgPool2d(1)]"),
        ["CNN301"] = Network("[Input(4), {|CNN301:Linear|}(int.MaxValue)]", "[Input(4), Linear(1000)]"),
        ["CNN302"] = new(
            "[Network({|CNN302:MaxParameters = 50_000|})]\n[Input(784)]\n[Linear(100), ReLU]\n[Linear(10)]\npartial class Net;"),
        ["CNN401"] = new(
            "[Network, Input(4)]\n[Linear(2, Name = \"fc\")]\npartial class {|CNN401:Net|};",
            "[Network, Input(4)]\n[Linear(2, Name = \"classifier\")]\npartial class Net;",
            Weights: new("net.safetensors", "net.safetensors", "classifier.weight F32 2×4", "classifier.bias F32 2")),
        ["CNN402"] = new(
            "[Network, Input(4), Linear(2)]\npartial class {|CNN402:Net|};", "[Network, Input(4), Linear(2)]\npartial class Net;",
            Weights: new("nett.safetensors", "net.safetensors", "0.weight F32 2×4", "0.bias F32 2")),
        ["CNN501"] = Network(
            "[Input(3, 8, 8)]\n[Conv2d({|CNN501:10|}, 3), ReLU]\n[Flatten, Linear(5)]",
            "[Input(3, 8, 8)]\n[Conv2d(16, 3), ReLU]\n[Flatten, Linear(5)]"),
        ["CNN502"] = Network("[Input(3, 8, 8)]\n[Conv2d(8, 3), ReLU]\n[{|CNN502:ReLU|}, Conv2d(8, 3)]"),
        ["CNN503"] = Network("[Input(784)]\n[Linear(128), ReLU]\n[Linear(10), {|CNN503:Softmax|}]"),
        ["CNN504"] = Network("[Input(784)]\n[Linear(128), ReLU]\n[Linear(10), {|CNN504:Dropout|}(0.5)]"),
        ["CNN505"] = Network("[Input(3, 8, 8)]\n[Conv2d(8, 8), ReLU, {|CNN505:AdaptiveAvgPool2d|}(1)]\n[Flatten, Linear(10)]"),
        ["CNN506"] = Network("[Input(784)]\n[Linear(128), ReLU, BatchNorm1d]\n[Linear(10, {|CNN506:Bias = false|})]"),
        ["CNN507"] = Network(
            "[Input(3, 32, 32)]\n[Conv2d(16, 3, Padding = 1), ReLU]\n[Conv2d(16, 3, Padding = 1), ReLU]\n"
                + "[{|CNN507:AdaptiveAvgPool2d|}(1), Flatten, Linear(10)]",
            "[Input(3, 32, 32)]\n[Conv2d(16, 4, Stride = 4), ReLU]\n[Conv2d(16, 3, Padding = 1), ReLU, MaxPool2d(4)]\n"
                + "[Conv2d(16, 3, Padding = 1), ReLU]\n[AdaptiveAvgPool2d(1), Flatten, Linear(10)]"),
    };

    private const string Wide =
        "[Block, Conv2d(Wide.Channels, Wide.Kernel)]\n"
        + "class Wide { public const int Channels = Argument.First, Kernel = Argument.Second; }";

    private static RuleExample Network(string wrong, string? right = null) => new(Whole(wrong), right is null ? null : Whole(right));

    private static string Whole(string layers) => $"[Network]\n{layers}\npartial class Net;";

    private static RuleExample Widened(string wrongArgument, string wrong, string argument, string right)
    {
        return new(Text(wrongArgument, wrong), Text(argument, right));

        static string Text(string argument, string channels) =>
            $"[Network, Input(3, 8, 8), Apply<Wide>({argument})]\npartial class Net;\n\n[Block, Conv2d({channels}, 3)]\nclass Wide;";
    }
}
