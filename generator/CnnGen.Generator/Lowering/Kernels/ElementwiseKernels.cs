using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>y = f(x), element by element; without f a copy from one layout to another.</summary>
internal sealed record ActivationKernel(Activation? Activation, Layout X, Layout Y) : Kernel
{
    public string Function => Activation?.Kind.ToString() ?? "Copy";

    public override string Name => $"{Function}_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"{Function} of {X}.";

    public override IReadOnlyList<string> Operands => ["x", "y"];
}

/// <summary>dx = dy · f′, where f′ follows from the saved input or output v.</summary>
internal sealed record ActivationGradientKernel(Activation Activation, Layout V, Layout Dy, Layout Dx) : Kernel
{
    public override string Name => $"{Activation.Kind}Gradient_{V.Height}x{V.Width}x{V.Channels}";

    public override string Summary => $"Gradient of {Activation.Kind} from its {From.ToLowerInvariant()} v, {V}.";

    public override IReadOnlyList<string> Operands => ["v", "dy", "dx"];

    public string From => Activation.HasGradientFromOutput() ? "Output" : "Input";
}

/// <summary>
/// What every layer with a bias or fused activation does to its output's gradient first: dy *= f′(y) in place, and
/// db += Σ over pixels of dy.
/// </summary>
internal sealed record OutputGradientKernel(Activation? Activation, Layout Y, Layout Dy, bool HasBias) : Kernel
{
    public override string Name =>
        $"{(Activation is { } f ? $"{f.Kind}Gradient" : "")}{(HasBias ? "BiasGradient" : "")}_{Dy.Height}x{Dy.Width}x{Dy.Channels}";

    public override string Summary =>
        (Activation is { } f ? $"dy times the derivative of {f.Kind}" : "dy") +
        (HasBias ? "; its sum over pixels is added to db" : "") + $": {Dy}.";

    public override IReadOnlyList<string> Operands =>
        [.. Activation is null ? [] : new[] { "y" }, "dy", .. HasBias ? new[] { "db" } : []];

    public override IEnumerable<string> Written => Activation is null ? [] : ["dy"];
}

/// <summary>y = x for x > 0, else w·x, with one w or one for each channel.</summary>
internal sealed record PReLUKernel(Layout X, Layout Y, bool PerChannel) : Kernel
{
    public override string Name => $"{(PerChannel ? "ChannelPReLU" : "PReLU")}_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"PReLU of {X}{(PerChannel ? ", a slope w per channel" : "")}.";

    public override IReadOnlyList<string> Operands => ["x", "w", "y"];
}

/// <summary>dx = dy for x > 0, else w·dy.</summary>
internal sealed record PReLUGradientKernel(Layout X, Layout Dy, Layout Dx, bool PerChannel) : Kernel
{
    public override string Name => $"{(PerChannel ? "ChannelPReLU" : "PReLU")}Gradient_{X.Height}x{X.Width}x{X.Channels}";

    public override string Summary => $"Gradient of PReLU from its input x, {X}.";

    public override IReadOnlyList<string> Operands => ["x", "w", "dy", "dx"];
}

/// <summary>
/// dw += Σ x·dy over the elements x ≤ 0, all or those of each channel; the sums per channel and totals of twice their length need memory.
/// </summary>
internal sealed record PReLUSlopeGradientKernel(Layout X, Layout Dy, bool PerChannel) : Kernel
{
    public const int Sums = 3;

    public override string Name => $"{(PerChannel ? "ChannelPReLU" : "PReLU")}SlopeGradient_{X.Height}x{X.Width}x{X.Channels}";

    public override string Summary => $"The gradient of PReLU's slope{(PerChannel ? "s" : "")} is added to dw, over {X}.";

    public override IReadOnlyList<string> Operands => PerChannel ? ["x", "dy", "sum", "dw"] : ["x", "dy", "dw"];
}

/// <summary>y += x.</summary>
internal sealed record AccumulateKernel(Layout X) : Kernel
{
    public override string Name => $"Accumulate_{X.Height}x{X.Width}x{X.Channels}";

    public override string Summary => $"Adds one gradient to another, {X}.";

    public override IReadOnlyList<string> Operands => ["x", "y"];
}
