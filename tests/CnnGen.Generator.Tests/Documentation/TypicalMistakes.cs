namespace CnnGen.Generator.Tests.Documentation;

/// <summary>A mistake of someone who comes from PyTorch, and the code fix that leads out.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Why">What one expects, and what happens instead.</param>
/// <param name="Wrong">The source below <c>using CnnGen;</c>, marked.</param>
/// <param name="Fix">The fix's title.</param>
internal sealed record TypicalMistake(string Title, string Why, string Wrong, string Fix);

/// <summary>The mistakes of the first week, each with one diagnostic.</summary>
internal static class TypicalMistakes
{
    public static IReadOnlyList<TypicalMistake> All { get; } =
    [
        new(
            "The class is not `partial`",
            "The compiled network is a second part of the class, which both parts must say.",
            "[Network, Input(1, 28, 28)]\n[Flatten, Linear(10)]\npublic sealed class {|CNN001:Net|};",
            "Make the class partial"),
        Network(
            "`Flatten` is missing",
            "`Linear` reads a vector. PyTorch finds this when the first batch comes, by sizes that do not multiply.",
            "[Input(1, 28, 28)]\n[Conv2d(8, 3), ReLU, MaxPool2d(2)]\n[{|CNN209:Linear|}(10)]",
            "Insert Flatten (output 10)"),
        Network(
            "A pool leaves a row over",
            "PyTorch drops the last row and column without a word. Here that has to be said.",
            "[Input(1, 28, 28)]\n[Conv2d(8, 3, Stride = 2, Padding = 1), ReLU, MaxPool2d(2)]\n[Conv2d(16, 3, Padding = 1), ReLU, "
                + "MaxPool2d({|CNN202:2|})]\n[Flatten, Linear(10)]",
            "Use Rounding = Rounding.Floor (output 16×3×3)"),
        Network(
            "The input's channels come first, as in `nn.Conv2d(3, 64, 3)`",
            "A network knows what each layer reads, so that no layer says it. Three numbers are the outputs, the kernel's height and its "
                + "width.",
            "[Input(3, 80, 80)]\n[Conv2d(3, {|CNN215:64|}, 3, Padding = 1), ReLU]\n[Flatten, Linear(10)]",
            "Use 64 for outChannels and remove kernelHeight (output 64×80×80)"),
        Network(
            "The image has become smaller than the kernel",
            "Each convolution without padding takes rows away, and each pool halves what is left.",
            "[Input(1, 16, 16)]\n[Conv2d(8, 5), ReLU, MaxPool2d(2)]\n[Conv2d(16, 3), ReLU, MaxPool2d(2)]\n"
                + "[Conv2d(32, {|CNN201:3|}), ReLU]\n[Flatten, Linear(10)]",
            "Use Padding = 1 (output 32×2×2)"),
        Network(
            "The groups do not divide the channels",
            "Each group reads equally many input channels and makes equally many outputs.",
            "[Input(6, 16, 16)]\n[Conv2d(12, 3, {|CNN204:Groups = 4|}), ReLU]\n[Flatten, Linear(10)]",
            "Use Groups = 3 (output 12×14×14)"),
        Network(
            "A shortcut has other channels than the block",
            "Where a block changes channels or size, the shortcut needs a projection, a 1×1 convolution with the same stride.",
            "[Input(16, 32, 32)]\n[Conv2d(32, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU]\n"
                + "[Conv2d(32, 3, Padding = 1, Bias = false), BatchNorm2d]\n[Add({|CNN207:Graph.Input|}), ReLU]\n"
                + "[Flatten, Linear(10)]",
            "Insert Conv2d(32, 1, Stride = 2, From = \"input\", Name = \"input_projection\") (output 32×16×16)"),
        Network(
            "Branches of different sizes are concatenated",
            "The 3×3 branch has lost a row on each side. A crop of the other keeps both; `Padding = 1` on the first would do so, too.",
            "[Input(3, 32, 32)]\n[Conv2d(8, 3), ReLU(Name = \"wide\")]\n[Conv2d(8, 1, From = Graph.Input), ReLU(Name = \"narrow\")]\n"
                + "[Concat(\"wide\", {|CNN208:\"narrow\"|})]\n[Flatten, Linear(10)]",
            "Insert CenterCrop2d(30, 30, From = \"narrow\", Name = \"narrow_crop\") (output 16×30×30)"),
        Network(
            "A name is misspelled",
            "Names are checked like identifiers; the nearest one is offered.",
            "[Input(3, 32, 32)]\n[Conv2d(8, 3, Padding = 1), ReLU(Name = \"stem\")]\n[Conv2d(8, 3, Padding = 1), ReLU]\n"
                + "[Add({|CNN004:\"stme\"|})]\n[Flatten, Linear(10)]",
            "Use \"stem\" for names"),
        Network(
            "Two layers have one name",
            "Names become names of parameters in the file of weights. PyTorch would let the second `self.conv` replace the first.",
            "[Input(3, 32, 32)]\n[Conv2d(8, 3, Name = \"conv\"), ReLU]\n[Conv2d(16, 3, {|CNN005:Name = \"conv\"|}), ReLU]\n"
                + "[Flatten, Linear(10)]",
            "Use Name = \"conv_2\""),
        Network(
            "A convolution before BatchNorm has a bias",
            "It is trained and stored for nothing, as the normalisation takes each channel's mean away. This is a hint, no error.",
            "[Input(3, 32, 32)]\n[{|CNN214:Conv2d|}(16, 3, Padding = 1), BatchNorm2d, ReLU]\n[Flatten, Linear(10)]",
            "Use Bias = false"),
        Network(
            "`BatchNorm2d` behind `Linear`",
            "Behind `Flatten` there are no pixels any more; the same for vectors is `BatchNorm1d`, as in PyTorch.",
            "[Input(1, 28, 28)]\n[Flatten, Linear(64, Bias = false), {|CNN209:BatchNorm2d|}, ReLU]\n[Linear(10)]",
            "Use BatchNorm1d (output 64)"),
    ];

    private static TypicalMistake Network(string title, string why, string wrong, string fix) =>
        new(title, why, $"[Network]\n{wrong}\npublic sealed partial class Net;", fix);
}
