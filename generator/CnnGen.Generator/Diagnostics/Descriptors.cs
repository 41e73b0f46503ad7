using System.Collections.Immutable;
using System.Globalization;
using CnnGen.Generator.Graph;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

/// <summary>
/// Every diagnostic, in one list. Errors cannot be made less (they are not configurable), since nothing sensible could be compiled; but
/// for CNN202, which rounds down where the user's settings lower it.
/// </summary>
internal static class Descriptors
{
    private const string Category = "CnnGen";

    public static readonly DiagnosticDescriptor NotPartial = new(
        DiagnosticIds.NotPartial, "The class cannot be completed",
        "'{0}' cannot be compiled as a network: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InputMisplaced = new(
        DiagnosticIds.InputMisplaced, "The network needs one Input before its layers",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LayersApart = new(
        DiagnosticIds.LayersApart, "Layers stand on several declarations",
        "'{0}' has layers on another declaration already, and the order of declarations is undefined; put all layers on one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownTensor = new(
        DiagnosticIds.UnknownTensor, "No such tensor",
        "no layer {0} is named '{1}'; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor DuplicateName = new(
        DiagnosticIds.DuplicateName, "Duplicate name",
        "'{0}' is already the name of {1}; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnusedOutput = new(
        DiagnosticIds.UnusedOutput, "Unused output",
        "no layer reads the output of this {0} and it is not an output of the network; remove it, or read it with From = {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor NotABlock = new(
        DiagnosticIds.NotABlock, "Not a block that can be applied",
        "Apply cannot expand '{0}': {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NoLayers = new(
        DiagnosticIds.NoLayers, "No layers",
        "'{0}' has no layers; write at least one, for example {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NotCompiled = new(
        DiagnosticIds.NotCompiled, "Layers that nothing compiles",
        "'{0}' has layers but is neither a network nor a block; write [Network] or [Block] above them",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor OutOfRange = new(
        DiagnosticIds.OutOfRange, "Argument out of range",
        "{0} must be {1} but is {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor Contradiction = new(
        DiagnosticIds.Contradiction, "Contradicting arguments",
        "{0} contradicts {1}, which sets the same; remove one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ArgumentCount = new(
        DiagnosticIds.ArgumentCount, "Wrong number of arguments for a block",
        "block '{0}' takes {1} but gets {2}; write one number for each, in this order",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NoValue = new(
        DiagnosticIds.NoValue, "No value here",
        "{0} has no value here: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ExpressionUnseen = new(
        DiagnosticIds.ExpressionUnseen, "Expression that cannot be seen",
        "{0} is compiled in another assembly, where its expressions cannot be seen; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ExpressionNotInteger = new(
        DiagnosticIds.ExpressionNotInteger, "Expression that is not computed",
        "'{0}' cannot be computed where its block is applied: {1}; write it with integers, + - * / %, Argument and Graph.Channels",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor DivisionByZero = new(
        DiagnosticIds.DivisionByZero, "Division by zero",
        "'{0}' divides by zero: {1} is 0; change the expression, or what the block is applied with",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor IntegerOverflow = new(
        DiagnosticIds.IntegerOverflow, "Overflow",
        "'{0}' is {1}, which an int cannot hold; change the expression, or what the block is applied with",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor KernelTooLarge = new(
        DiagnosticIds.KernelTooLarge, "Kernel larger than its input",
        "kernel {0} does not fit into {1} {2} with padding {3} ({4} > {2} + {3}); {5}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor StrideLeavesRest = new(
        DiagnosticIds.StrideLeavesRest, "Stride leaves input unread",
        "stride {0} over {1} {2} with kernel {3} leaves {4} unread ({5}); use {6}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor PaddingTooLarge = new(
        DiagnosticIds.PaddingTooLarge, "Windows in padding alone",
        "padding {0} is {1}, so windows read {2}; use at most {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor GroupsDoNotDivide = new(
        DiagnosticIds.GroupsDoNotDivide, "Groups do not divide the channels",
        "{0} groups do not divide {1} ({2} mod {0} = {3}); use {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SameWithStride = new(
        DiagnosticIds.SameWithStride, "Pad.Same with a stride",
        "Pad.Same keeps {0} only with stride 1, but the stride is {1}; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor PaddingBeyondInput = new(
        DiagnosticIds.PaddingBeyondInput, "Padding reaches beyond the input",
        "{0} padding {1} needs a {2} of at least {3} but it is {4}; use padding of at most {5}, or PaddingMode.Zeros or Replicate",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ShapesDiffer = new(
        DiagnosticIds.ShapesDiffer, "Shapes differ",
        "{0} needs tensors of one shape but gets {1} and {2}; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SizesDiffer = new(
        DiagnosticIds.SizesDiffer, "Heights or widths differ",
        "Concat needs tensors of one height and width but gets {0} and {1}; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor WrongRank = new(
        DiagnosticIds.WrongRank, "Wrong kind of tensor",
        "{0} needs {1} but gets {2}; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OutputPaddingTooLarge = new(
        DiagnosticIds.OutputPaddingTooLarge, "Output padding too large",
        "output padding {0} must be less than stride {1} or dilation {2}; use at most {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ChannelsDoNotFit = new(
        DiagnosticIds.ChannelsDoNotFit, "Channels do not fit",
        "{0} does not fit {1}: {2}; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NothingLeft = new(
        DiagnosticIds.NothingLeft, "Crop leaves nothing",
        "{0} {1} has no room for {2}; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor StrideSkips = new(
        DiagnosticIds.StrideSkips, "Stride skips input",
        "stride {0} is larger than kernel {1} and passes over {2} between two windows; this is fine where it is meant",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor BiasWithoutEffect = new(
        DiagnosticIds.BiasWithoutEffect, "Bias without effect",
        "the bias of this {0} has no effect, because {1} subtracts each channel's mean right after it; write Bias = false",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor PyTorchOrder = new(
        DiagnosticIds.PyTorchOrder, "Numbers in PyTorch's order",
        "{0} is {1} here, but in PyTorch {2}; write {3} for that, or {4} if this is meant",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor SingleElements = new(
        DiagnosticIds.SingleElements, "Norm of single elements",
        "{0} normalises each element of {1} by itself, so that x − mean is always 0 and the output does not depend on the input; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor TooLarge = new(
        DiagnosticIds.TooLarge, "Too large",
        "{0} has more than {1} elements, the most that an index can address",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OverBudget = new(
        DiagnosticIds.OverBudget, "Budget exceeded",
        "the network has {0} but {1} allows {2}; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        NotPartial, InputMisplaced, LayersApart, UnknownTensor, DuplicateName, UnusedOutput, NotABlock, NoLayers, NotCompiled,
        OutOfRange, Contradiction, ArgumentCount, NoValue, ExpressionUnseen, ExpressionNotInteger, DivisionByZero, IntegerOverflow,
        KernelTooLarge, StrideLeavesRest, PaddingTooLarge, GroupsDoNotDivide, SameWithStride,
        PaddingBeyondInput, ShapesDiffer, SizesDiffer, WrongRank, OutputPaddingTooLarge, ChannelsDoNotFit, NothingLeft,
        StrideSkips, BiasWithoutEffect, PyTorchOrder, SingleElements, TooLarge, OverBudget,
    ];

    /// <summary>The message; of a mistake in a block with the block's place and input behind it.</summary>
    /// <param name="problem">The mistake.</param>
    /// <param name="location">Where it is reported.</param>
    /// <param name="isFinal">Whether an error cannot be lowered in any case.</param>
    public static Diagnostic ToDiagnostic(Problem problem, Location location, bool isFinal = false) =>
        Diagnostic.Create(Descriptor(problem, isFinal), location, [.. Arguments(problem)]);

    /// <summary>The id and the message, without a place.</summary>
    public static string ToText(Problem problem) => $"{problem.Id}: " + string.Format(
        CultureInfo.InvariantCulture, Descriptor(problem, isFinal: true).MessageFormat.ToString(CultureInfo.InvariantCulture),
        [.. Arguments(problem)]);

    private static IEnumerable<string> Arguments(Problem problem) =>
        problem.Context is null ? problem.Arguments : problem.Arguments.Append(problem.Context);

    private static DiagnosticDescriptor Descriptor(Problem problem, bool isFinal)
    {
        DiagnosticDescriptor plain = All.First(descriptor => descriptor.Id == problem.Id);
        DiagnosticSeverity severity = ToSeverity(problem.Severity);
        bool isConfigurable = severity != DiagnosticSeverity.Error || (!isFinal && !plain.CustomTags.Any());
        string context = problem.Context is null ? "" : $" ({{{problem.Arguments.Count.ToString(CultureInfo.InvariantCulture)}}})";
        return new(
            plain.Id, plain.Title, plain.MessageFormat.ToString(CultureInfo.InvariantCulture) + context, plain.Category, severity,
            plain.IsEnabledByDefault, customTags: isConfigurable ? [] : [WellKnownDiagnosticTags.NotConfigurable]);
    }

    private static DiagnosticSeverity ToSeverity(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
