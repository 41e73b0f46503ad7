using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Writes each kernel as a method, the method's parts behind it.</summary>
internal static class KernelEmitter
{
    public static void Emit(CodeWriter writer, Kernel kernel, string name, SharedMethods methods)
    {
        switch (kernel)
        {
            case ConvKernel conv: ConvEmitter.Emit(writer, conv, name, methods); break;
            case ConvWeightGradientKernel gradient: ConvWeightGradientEmitter.Emit(writer, gradient, name, methods); break;
            case WinogradKernel winograd: WinogradEmitter.Emit(writer, winograd, name, methods); break;
            case DepthwiseKernel depthwise: DepthwiseEmitter.Emit(writer, depthwise, name, methods); break;
            case DepthwiseWeightGradientKernel gradient: DepthwiseEmitter.Emit(writer, gradient, name, methods); break;
            case FixedConvKernel conv: FixedConvEmitter.Emit(writer, conv, name); break;
            case RbfKernel rbf: RbfEmitter.Emit(writer, rbf, name); break;
            case RbfInputGradientKernel gradient: RbfEmitter.Emit(writer, gradient, name); break;
            case RbfWeightGradientKernel gradient: RbfEmitter.Emit(writer, gradient, name); break;
            case LinearKernel linear: LinearEmitter.Emit(writer, linear, name); break;
            case LinearBatchKernel batch: LinearEmitter.Emit(writer, batch, name); break;
            case LinearWeightGradientKernel gradient: LinearWeightGradientEmitter.Emit(writer, gradient, name); break;
            case PoolKernel pool: PoolEmitter.Emit(writer, pool, name); break;
            case PoolGradientKernel gradient: PoolGradientEmitter.Emit(writer, gradient, name); break;
            case ActivationKernel activation: ElementwiseEmitter.Emit(writer, activation, name, methods); break;
            case ActivationGradientKernel gradient: ElementwiseEmitter.Emit(writer, gradient, name, methods); break;
            case OutputGradientKernel gradient: ElementwiseEmitter.Emit(writer, gradient, name, methods); break;
            case PReLUKernel prelu: ElementwiseEmitter.Emit(writer, prelu, name); break;
            case PReLUGradientKernel gradient: ElementwiseEmitter.Emit(writer, gradient, name); break;
            case PReLUSlopeGradientKernel gradient: ElementwiseEmitter.Emit(writer, gradient, name); break;
            case AccumulateKernel accumulate: ElementwiseEmitter.Emit(writer, accumulate, name, methods); break;
            case SumKernel sum: MergeEmitter.Emit(writer, sum, name); break;
            case ProductKernel product: MergeEmitter.Emit(writer, product, name); break;
            case ProductGradientKernel gradient: MergeEmitter.Emit(writer, gradient, name); break;
            case ConcatKernel concat: ConcatEmitter.Emit(writer, concat, name); break;
            case ChannelsKernel channels: ConcatEmitter.Emit(writer, channels, name); break;
            case BatchNormKernel norm: BatchNormEmitter.Emit(writer, norm, name, methods); break;
            case BatchNormGradientKernel gradient: BatchNormEmitter.Emit(writer, gradient, name, methods); break;
            case ChannelAffineKernel affine: ChannelAffineEmitter.Emit(writer, affine, name, methods); break;
            case ChannelScaleGradientKernel gradient: ChannelAffineEmitter.Emit(writer, gradient, name); break;
            case LayerNormKernel norm: LayerNormEmitter.Emit(writer, norm, name); break;
            case LayerNormGradientKernel gradient: LayerNormEmitter.Emit(writer, gradient, name); break;
            case GroupNormKernel norm: GroupNormEmitter.Emit(writer, norm, name); break;
            case GroupNormGradientKernel gradient: GroupNormEmitter.Emit(writer, gradient, name); break;
            case GlobalResponseNormKernel norm: GlobalResponseNormEmitter.Emit(writer, norm, name); break;
            case GlobalResponseNormGradientKernel gradient: GlobalResponseNormEmitter.Emit(writer, gradient, name); break;
            case LocalResponseNormKernel norm: LocalResponseNormEmitter.Emit(writer, norm, name); break;
            case LocalResponseNormGradientKernel gradient: LocalResponseNormEmitter.Emit(writer, gradient, name); break;
            case DropoutKernel dropout: RandomDropEmitter.Emit(writer, dropout, name); break;
            case DropPathKernel drop: RandomDropEmitter.Emit(writer, drop, name); break;
            case NormalizeKernel normalize: NormalizeEmitter.Emit(writer, normalize, name); break;
            case ShiftKernel shift: ShiftEmitter.Emit(writer, shift, name); break;
            case ChannelShuffleKernel shuffle: ShuffleEmitter.Emit(writer, shuffle, name); break;
            case PixelShuffleKernel shuffle: ShuffleEmitter.Emit(writer, shuffle, name); break;
            case UpsampleKernel upsample: UpsampleEmitter.Emit(writer, upsample, name); break;
            case UpsampleGradientKernel gradient: UpsampleEmitter.Emit(writer, gradient, name); break;
            case SoftmaxKernel softmax: SoftmaxEmitter.Emit(writer, softmax, name); break;
            case SoftmaxGradientKernel gradient: SoftmaxEmitter.Emit(writer, gradient, name); break;
            case LoadKernel load: TransferEmitter.Emit(writer, load, name); break;
            case StoreKernel store: TransferEmitter.Emit(writer, store, name); break;
            case ClearHaloKernel clear: TransferEmitter.Emit(writer, clear, name); break;
            case ClearTailKernel clear: TransferEmitter.Emit(writer, clear, name); break;
            case ClearKernel clear: TransferEmitter.Emit(writer, clear, name); break;
            case BorderPadKernel pad: BorderPadEmitter.Emit(writer, pad, name); break;
            case BorderPadGradientKernel gradient: BorderPadEmitter.Emit(writer, gradient, name); break;
            default: throw new InvalidOperationException($"No emitter for {kernel.GetType().Name}.");
        }
    }

    /// <summary>The kernel's own method, with its summary and parameters.</summary>
    public static CodeWriter.Scope Method(CodeWriter writer, Kernel kernel, string name)
    {
        writer.Line($"\n/// <summary>{kernel.Summary}</summary>");
        return Method(writer, "public", name, Parameters(kernel));
    }

    /// <summary>What a method is called that layers share: what it does, and what changes its code, as far as there is any.</summary>
    public static string Label(params object?[] parts) => string.Join("_", parts.Where(part => part is not null));

    /// <summary>The kernel's own method, which layers may share.</summary>
    public static void Method(
        CodeWriter writer, SharedMethods methods, Kernel kernel, string name, string shared, Action<CodeWriter> body) =>
        methods.Emit(writer, name, "", shared, Parameters(kernel), body, kernel.Summary);

    /// <summary>A method compiled with full optimisation at once: vector code of the first tier is a hundred times slower.</summary>
    public static CodeWriter.Scope Method(CodeWriter writer, string name, params string[] parameters) =>
        Method(writer, "internal", name, parameters);

    /// <summary>The same with a result.</summary>
    public static CodeWriter.Scope Function(CodeWriter writer, string type, string name, params string[] parameters) =>
        Method(writer, "internal", name, parameters, type);

    /// <summary>The same with type parameters and what they must be.</summary>
    public static CodeWriter.Scope Generic(CodeWriter writer, string name, string constraint, string[] parameters) =>
        Method(writer, "internal", name, parameters, constraint: constraint);

    private static CodeWriter.Scope Method(
        CodeWriter writer, string access, string name, string[] parameters, string type = "void", string constraint = "")
    {
        writer.Line("[MethodImpl(Fast)]");
        return writer.Block($"{access} static {type} {name}({string.Join(", ", parameters)}){constraint}");
    }

    /// <summary>The statement that calls a kernel's method.</summary>
    /// <param name="name">The method.</param>
    /// <param name="call">The call.</param>
    /// <param name="operands">The operands, as references.</param>
    /// <param name="range">What follows them, but for the row to begin at; may be empty.</param>
    public static string Call(string name, KernelCall call, IEnumerable<string> operands, string range)
    {
        IEnumerable<string> row = call.Kernel.Range.HasFlag(KernelRange.FirstRow) ? [Code.Int(call.FirstRow)] : [];
        return $"Kernels.{name}({string.Join(", ", operands.Concat(row).Concat(range == "" ? [] : [range]))});";
    }

    /// <summary>The number of a kernel's units, an expression.</summary>
    public static string Units(Kernel kernel)
    {
        string panels = kernel.PanelChannels > 0 ? PanelDispatch.Count(kernel.PanelChannels)
            : kernel.VectorChannels > 0 ? $"Panels.Singles({kernel.VectorChannels}, W.Count)"
            : "1";
        return panels == "1" ? Code.Int(kernel.Units) : kernel.Units == 1 ? panels : $"{kernel.Units} * {panels}";
    }

    private static string[] Parameters(Kernel kernel) =>
        [.. kernel.Operands.Select(operand => $"ref float {operand}"), .. RangeParameters(kernel)];

    private static IEnumerable<string> RangeParameters(Kernel kernel)
    {
        if (kernel.Range.HasFlag(KernelRange.FirstRow))
        {
            yield return "int firstRow";
        }

        if (kernel.Range.HasFlag(KernelRange.Rows))
        {
            yield return "int rows";
        }

        if (kernel.Range.HasFlag(KernelRange.Scratch))
        {
            yield return "int apart";
        }

        if (kernel.Range.HasFlag(KernelRange.Units))
        {
            yield return "int begin";
            yield return "int end";
        }

        if (kernel.Range.HasFlag(KernelRange.Statistics))
        {
            yield return "bool isFrozen";
        }

        if (kernel.Range.HasFlag(KernelRange.Random))
        {
            yield return "uint key";
            yield return "uint counter";
        }
    }
}
