using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

/// <summary>
/// Every diagnostic, in one list: id, title, message, severity and what it means, from which the pages in <c>docs/diagnostics</c> are
/// made. Errors cannot be made less (they are not configurable), since nothing sensible could be compiled; but for CNN202, which rounds
/// down where the user's settings lower it.
/// </summary>
internal static class Descriptors
{
    private const string Category = "CnnGen";
    private const string Final = WellKnownDiagnosticTags.NotConfigurable;
    private const string Pages = "https://github.com/cnngen/cnngen/blob/main/docs/diagnostics/";
    private const string Page = ".md";

    public static readonly DiagnosticDescriptor NotPartial = new(
        DiagnosticIds.NotPartial, "The class cannot be completed",
        "'{0}' cannot be compiled as a network: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The generator completes the class in a second declaration: it must be a partial, non-generic class with instances, and "
            + "nothing in it may be in the way of the members that it gets.",
        Pages + DiagnosticIds.NotPartial + Page, Final);

    public static readonly DiagnosticDescriptor InputMisplaced = new(
        DiagnosticIds.InputMisplaced, "The network needs one Input before its layers",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A network's input has one fixed shape, which everything below is checked against. A block takes the shape that it is "
            + "applied to.",
        Pages + DiagnosticIds.InputMisplaced + Page, Final);

    public static readonly DiagnosticDescriptor LayersApart = new(
        DiagnosticIds.LayersApart, "Layers stand on several declarations",
        "'{0}' has layers on another declaration already, and the order of declarations is undefined; put all layers on one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Layers run in the order in which they are written; between two declarations of a class C# defines no order.",
        Pages + DiagnosticIds.LayersApart + Page, Final);

    public static readonly DiagnosticDescriptor UnknownTensor = new(
        DiagnosticIds.UnknownTensor, "No such tensor",
        "no layer {0} is named '{1}'; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "From, Add, Multiply, Concat and Output name a layer by its Name, or the input by Graph.Input. Only what stands before "
            + "a layer can be read.",
        Pages + DiagnosticIds.UnknownTensor + Page, Final);

    public static readonly DiagnosticDescriptor DuplicateName = new(
        DiagnosticIds.DuplicateName, "Duplicate name",
        "'{0}' is already the name of {1}; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A name stands for one tensor, and prefixes the parameters of one layer in files of weights.",
        Pages + DiagnosticIds.DuplicateName + Page, Final);

    public static readonly DiagnosticDescriptor UnusedOutput = new(
        DiagnosticIds.UnusedOutput, "Unused output",
        "no layer reads the output of this {0} and it is not an output of the network; remove it, or read it with From = {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "What a layer computes must be read by another layer or leave the network; otherwise it costs time for nothing, and "
            + "mostly a From is missing.",
        Pages + DiagnosticIds.UnusedOutput + Page);

    public static readonly DiagnosticDescriptor NotABlock = new(
        DiagnosticIds.NotABlock, "Not a block that can be applied",
        "Apply cannot expand '{0}': {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Apply expands the layers of a class under [Block]; a block that contained itself would never end.",
        Pages + DiagnosticIds.NotABlock + Page, Final);

    public static readonly DiagnosticDescriptor NoLayers = new(
        DiagnosticIds.NoLayers, "No layers",
        "'{0}' has no layers; write at least one, for example {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A network or block without layers computes nothing.",
        Pages + DiagnosticIds.NoLayers + Page, Final);

    public static readonly DiagnosticDescriptor NotCompiled = new(
        DiagnosticIds.NotCompiled, "Layers that nothing compiles",
        "'{0}' has layers but is neither a network nor a block; write [Network] or [Block] above them",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Layers have an effect only on a class under [Network], or under [Block] where a network applies it.",
        Pages + DiagnosticIds.NotCompiled + Page);

    public static readonly DiagnosticDescriptor OutOfRange = new(
        DiagnosticIds.OutOfRange, "Argument out of range",
        "{0} must be {1} but is {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The number, or the combination of arguments, has no meaning for the layer.",
        Pages + DiagnosticIds.OutOfRange + Page, Final);

    public static readonly DiagnosticDescriptor Contradiction = new(
        DiagnosticIds.Contradiction, "Contradicting arguments",
        "{0} contradicts {1}, which sets the same; remove one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Two arguments set the same property, so that one of them would have to be ignored.",
        Pages + DiagnosticIds.Contradiction + Page, Final);

    public static readonly DiagnosticDescriptor ArgumentCount = new(
        DiagnosticIds.ArgumentCount, "Wrong number of arguments for a block",
        "block '{0}' takes {1} but gets {2}; write one number for each, in this order",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A block needs one number for each of Argument.First, Argument.Second and so on that stands in its layers or in its own "
            + "constants.",
        Pages + DiagnosticIds.ArgumentCount + Page, Final);

    public static readonly DiagnosticDescriptor NoValue = new(
        DiagnosticIds.NoValue, "No value here",
        "{0} has no value here: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Argument.First and so on stand for what Apply passes to a block, and Graph.Channels for what a layer reads; elsewhere "
            + "there is nothing that they could stand for.",
        Pages + DiagnosticIds.NoValue + Page, Final);

    public static readonly DiagnosticDescriptor ExpressionUnseen = new(
        DiagnosticIds.ExpressionUnseen, "Expression that cannot be seen",
        "{0} is compiled in another assembly, where its expressions cannot be seen; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "C# keeps of an attribute's argument its value alone. How it follows from a block's arguments stands only in the "
            + "source, so such a block must be compiled with the network.",
        Pages + DiagnosticIds.ExpressionUnseen + Page, Final);

    public static readonly DiagnosticDescriptor ExpressionNotInteger = new(
        DiagnosticIds.ExpressionNotInteger, "Expression that is not computed",
        "'{0}' cannot be computed where its block is applied: {1}; write it with integers, + - * / %, Argument and Graph.Channels",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Expressions over Argument and Graph.Channels are evaluated for each application of a block, as C# would: integers and "
            + "+ - * / %, constants, casts to int, and parentheses.",
        Pages + DiagnosticIds.ExpressionNotInteger + Page, Final);

    public static readonly DiagnosticDescriptor DivisionByZero = new(
        DiagnosticIds.DivisionByZero, "Division by zero",
        "'{0}' divides by zero: {1} is 0; change the expression, or what the block is applied with",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "With the numbers that the block is applied with, the expression divides by zero.",
        Pages + DiagnosticIds.DivisionByZero + Page, Final);

    public static readonly DiagnosticDescriptor IntegerOverflow = new(
        DiagnosticIds.IntegerOverflow, "Overflow",
        "'{0}' is {1}, which an int cannot hold; change the expression, or what the block is applied with",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "With the numbers that the block is applied with, the expression leaves the range of int. The arithmetic is checked, "
            + "also behind unchecked.",
        Pages + DiagnosticIds.IntegerOverflow + Page, Final);

    public static readonly DiagnosticDescriptor KernelTooLarge = new(
        DiagnosticIds.KernelTooLarge, "Kernel larger than its input",
        "kernel {0} does not fit into {1} {2} with padding {3} ({4} > {2} + {3}); {5}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A window must fit into the input with its padding at least once. With a dilation d a kernel of k reaches over d · (k - "
            + "1) + 1 rows.",
        Pages + DiagnosticIds.KernelTooLarge + Page, Final);

    public static readonly DiagnosticDescriptor StrideLeavesRest = new(
        DiagnosticIds.StrideLeavesRest, "Stride leaves input unread",
        "stride {0} over {1} {2} with kernel {3} leaves {4} unread ({5}); use {6}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The last window ends before the input does, and no gap between windows is that long: mostly a size is not what it was "
            + "believed to be. Rounding.Floor says that it is meant, as PyTorch does without asking.",
        Pages + DiagnosticIds.StrideLeavesRest + Page);

    public static readonly DiagnosticDescriptor PaddingTooLarge = new(
        DiagnosticIds.PaddingTooLarge, "Windows in padding alone",
        "padding {0} is {1}, so windows read {2}; use at most {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Some windows would read padding alone. PyTorch refuses it for pools; for convolutions it computes the bias only.",
        Pages + DiagnosticIds.PaddingTooLarge + Page, Final);

    public static readonly DiagnosticDescriptor GroupsDoNotDivide = new(
        DiagnosticIds.GroupsDoNotDivide, "Groups do not divide the channels",
        "{0} groups do not divide {1} ({2} mod {0} = {3}); use {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Each group reads an equal share of the input channels and gives an equal share of the output channels.",
        Pages + DiagnosticIds.GroupsDoNotDivide + Page, Final);

    public static readonly DiagnosticDescriptor SameWithStride = new(
        DiagnosticIds.SameWithStride, "Pad.Same with a stride",
        "Pad.Same keeps {0} only with stride 1, but the stride is {1}; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Pad.Same keeps height and width, which no padding does when the stride is more than 1.",
        Pages + DiagnosticIds.SameWithStride + Page, Final);

    public static readonly DiagnosticDescriptor PaddingBeyondInput = new(
        DiagnosticIds.PaddingBeyondInput, "Padding reaches beyond the input",
        "{0} padding {1} needs a {2} of at least {3} but it is {4}; use padding of at most {5}, or PaddingMode.Zeros or Replicate",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Reflection reads the input once more without its border, and wrapping reads it once more: there must be as much of it "
            + "as padding.",
        Pages + DiagnosticIds.PaddingBeyondInput + Page, Final);

    public static readonly DiagnosticDescriptor ShapesDiffer = new(
        DiagnosticIds.ShapesDiffer, "Shapes differ",
        "{0} needs tensors of one shape but gets {1} and {2}; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Elements are added or multiplied one by one, so that the tensors must have one shape; a factor of Multiply may be one "
            + "number per channel or per pixel.",
        Pages + DiagnosticIds.ShapesDiffer + Page, Final);

    public static readonly DiagnosticDescriptor SizesDiffer = new(
        DiagnosticIds.SizesDiffer, "Heights or widths differ",
        "Concat needs tensors of one height and width but gets {0} and {1}; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Concat puts channels behind one another; height and width stay and must be equal.",
        Pages + DiagnosticIds.SizesDiffer + Page, Final);

    public static readonly DiagnosticDescriptor WrongRank = new(
        DiagnosticIds.WrongRank, "Wrong kind of tensor",
        "{0} needs {1} but gets {2}; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Some layers work on images (channels, height, width), some on vectors of features. Flatten makes a vector of an image.",
        Pages + DiagnosticIds.WrongRank + Page, Final);

    public static readonly DiagnosticDescriptor OutputPaddingTooLarge = new(
        DiagnosticIds.OutputPaddingTooLarge, "Output padding too large",
        "output padding {0} must be less than stride {1} or dilation {2}; use at most {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The output padding chooses between the sizes that a strided convolution would bring to one; beyond the stride or "
            + "dilation there is nothing to choose.",
        Pages + DiagnosticIds.OutputPaddingTooLarge + Page, Final);

    public static readonly DiagnosticDescriptor ChannelsDoNotFit = new(
        DiagnosticIds.ChannelsDoNotFit, "Channels do not fit",
        "{0} does not fit {1}: {2}; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The channels are divided into equal groups, or a range of them is taken, and there are not as many as that needs.",
        Pages + DiagnosticIds.ChannelsDoNotFit + Page, Final);

    public static readonly DiagnosticDescriptor NothingLeft = new(
        DiagnosticIds.NothingLeft, "Crop leaves nothing",
        "{0} {1} has no room for {2}; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A crop or padding leaves no row or no column.",
        Pages + DiagnosticIds.NothingLeft + Page, Final);

    public static readonly DiagnosticDescriptor StrideSkips = new(
        DiagnosticIds.StrideSkips, "Stride skips input",
        "stride {0} is larger than kernel {1} and passes over {2} between two windows; this is fine where it is meant",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The windows do not touch: what lies between them is never read. The 1×1 convolutions with stride 2 in residual "
            + "networks do so.",
        Pages + DiagnosticIds.StrideSkips + Page);

    public static readonly DiagnosticDescriptor BiasWithoutEffect = new(
        DiagnosticIds.BiasWithoutEffect, "Bias without effect",
        "the bias of this {0} has no effect, because {1} subtracts each channel's mean right after it; {2}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "A batch normalisation subtracts the mean of each channel and thereby any constant that was added to it; the bias is "
            + "computed, stored and trained for nothing.",
        Pages + DiagnosticIds.BiasWithoutEffect + Page);

    public static readonly DiagnosticDescriptor PyTorchOrder = new(
        DiagnosticIds.PyTorchOrder, "Numbers in PyTorch's order",
        "{0} is {1} here, but in PyTorch {2}; write {3} for that, or {4} if this is meant",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "In PyTorch the numbers have another order: nn.Conv2d takes the input channels first, nn.MaxPool2d the stride second.",
        Pages + DiagnosticIds.PyTorchOrder + Page);

    public static readonly DiagnosticDescriptor SingleElements = new(
        DiagnosticIds.SingleElements, "Norm of single elements",
        "{0} normalises each element of {1} by itself, so that x − mean is always 0 and the output does not depend on the input; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The mean of one element is the element, so that what is left after the subtraction is zero. PyTorch refuses it in "
            + "training.",
        Pages + DiagnosticIds.SingleElements + Page, Final);

    public static readonly DiagnosticDescriptor TooLarge = new(
        DiagnosticIds.TooLarge, "Too large",
        "{0} has more than {1} elements, the most that an index can address",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Arrays in .NET have at most 2,147,483,591 elements, and all offsets are ints.",
        Pages + DiagnosticIds.TooLarge + Page, Final);

    public static readonly DiagnosticDescriptor OverBudget = new(
        DiagnosticIds.OverBudget, "Budget exceeded",
        "the network has {0} but {1} allows {2}; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The network declares how much it may cost, and costs more. The message names what costs most: make that smaller first.",
        Pages + DiagnosticIds.OverBudget + Page, Final);

    public static readonly DiagnosticDescriptor WeightsDoNotFit = new(
        DiagnosticIds.WeightsDoNotFit, "Embedded weights do not fit",
        "weights '{0}' do not fit '{1}': {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The file that the project embeds for the network (its CnnWeights) must hold a tensor for each of its parameters, of the same "
            + "name and shape, and no other. Names are those of PyTorch's state_dict; F16, BF16 and F64 are converted.",
        Pages + DiagnosticIds.WeightsDoNotFit + Page, Final);

    public static readonly DiagnosticDescriptor WeightsUnusable = new(
        DiagnosticIds.WeightsUnusable, "Weights that cannot be embedded",
        "weights '{0}' cannot be embedded: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A CnnWeights in the project file embeds a safetensors file for a network, which gets LoadEmbedded. The file must exist and be "
            + "sound, and Network name a class of this project under [Network].",
        Pages + DiagnosticIds.WeightsUnusable + Page, Final);

    public static readonly DiagnosticDescriptor IdleLanes = new(
        DiagnosticIds.IdleLanes, "Idle lanes",
        "{0} computes {1} in vectors for {2}, {3} idle; {4}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: false,
        "Channels are computed eight at a time and lie in memory in multiples of eight: with another number the rest of the last "
            + "eight costs the same and gives nothing.",
        Pages + DiagnosticIds.IdleLanes + Page);

    public static readonly DiagnosticDescriptor ActivationRepeated = new(
        DiagnosticIds.ActivationRepeated, "Activation repeated",
        "this {0} reads what another {0} gave and {1}; remove one of them",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "Between two activations there is mostly a layer with parameters; without one the second does nothing, or squashes what "
            + "is squashed already.",
        Pages + DiagnosticIds.ActivationRepeated + Page);

    public static readonly DiagnosticDescriptor ProbabilitiesAsOutput = new(
        DiagnosticIds.ProbabilitiesAsOutput, "Softmax before cross-entropy",
        "the output {0} comes from Softmax, but cross-entropy, with which a Trainer trains by default, takes scores and applies "
            + "Softmax itself; remove it and apply it to what is predicted, or write Training = false",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "Softmax applied twice keeps gradients small and the network from being sure: with ten classes the largest probability is "
            + "then at most 23 %. A network that is only run may end in Softmax.",
        Pages + DiagnosticIds.ProbabilitiesAsOutput + Page);

    public static readonly DiagnosticDescriptor DropoutAtEnd = new(
        DiagnosticIds.DropoutAtEnd, "Dropout behind the last layer",
        "this {0} zeroes {1} of the output {2} in training, where nothing is left to make up for it; {3}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "Dropout teaches the layers behind it not to rely on single features. Behind the last layer it only puts zeros in the place "
            + "of what the network says, and the loss reads them.",
        Pages + DiagnosticIds.DropoutAtEnd + Page);

    public static readonly DiagnosticDescriptor PoolOfOnePixel = new(
        DiagnosticIds.PoolOfOnePixel, "Pool that reads one pixel",
        "each window of this {0} holds one pixel of {1}, so that it changes nothing; {2}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The largest, smallest or mean element of one element is that element. Mostly the input is smaller than it was believed "
            + "to be; pools to a fixed size do so where the input has it already.",
        Pages + DiagnosticIds.PoolOfOnePixel + Page);

    public static readonly DiagnosticDescriptor NormBeforeOutput = new(
        DiagnosticIds.NormBeforeOutput, "Output without a bias behind a norm",
        "the output {0} of this {1} has no bias, and {2} before it is none: a norm replaces the bias of the layer before it, not "
            + "behind it; {3}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "Bias = false belongs on a layer that a batch normalisation follows. On the last layer, behind one, it takes the offset of "
            + "each class away. Networks that compare directions alone, as for faces, do so on purpose.",
        Pages + DiagnosticIds.NormBeforeOutput + Page);

    public static readonly DiagnosticDescriptor FieldTooSmall = new(
        DiagnosticIds.FieldTooSmall, "Receptive field smaller than the input",
        "each pixel that this {0} puts together sees {1} of the input's {2} rows, so that the network tells nothing larger from its "
            + "parts; use more layers, a stride or a dilation before it, if larger things matter",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "A global pool is the mean, or the largest, of what single pixels see: how parts lie to each other beyond their receptive "
            + "field is lost there.",
        Pages + DiagnosticIds.FieldTooSmall + Page);

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        NotPartial, InputMisplaced, LayersApart, UnknownTensor, DuplicateName, UnusedOutput, NotABlock, NoLayers, NotCompiled,
        OutOfRange, Contradiction, ArgumentCount, NoValue, ExpressionUnseen, ExpressionNotInteger, DivisionByZero, IntegerOverflow,
        KernelTooLarge, StrideLeavesRest, PaddingTooLarge, GroupsDoNotDivide, SameWithStride,
        PaddingBeyondInput, ShapesDiffer, SizesDiffer, WrongRank, OutputPaddingTooLarge, ChannelsDoNotFit, NothingLeft,
        StrideSkips, BiasWithoutEffect, PyTorchOrder, SingleElements, TooLarge, OverBudget, WeightsDoNotFit, WeightsUnusable,
        IdleLanes, ActivationRepeated, ProbabilitiesAsOutput, DropoutAtEnd, PoolOfOnePixel, NormBeforeOutput, FieldTooSmall,
    ];
}
