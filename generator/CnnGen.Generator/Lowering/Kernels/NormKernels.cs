using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>y = f((x − mean) / √(var + eps) · w + b), mean and variance over the channels of each pixel.</summary>
internal sealed record LayerNormKernel(Layout X, Layout Y, float Eps, bool Affine, Activation? Activation) : Kernel
{
    public override string Name => $"LayerNorm_{Y.Height}x{Y.Width}x{Y.Channels}{(Activation is { } f ? $"_{f.Kind}" : "")}";

    public override string Summary => $"Each pixel of {X} normalised over its channels{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands => Affine ? ["x", "w", "b", "y"] : ["x", "y"];
}

/// <summary>
/// dw and db are added to; dx is written. Mean and variance are computed again. Sums over several pixels need memory: one for dw, one for
/// db, and totals of twice that.
/// </summary>
internal sealed record LayerNormGradientKernel(Layout X, Layout Dy, Layout? Dx, float Eps, bool Affine, bool HasSums) : Kernel
{
    public const int Sums = 6;

    public bool HasMemory => NeedsMemory(X, Affine);

    public override string Name => $"LayerNormGradient_{Dy.Height}x{Dy.Width}x{Dy.Channels}";

    public override string Summary => $"Gradients of normalisation over channels, {Dy}.";

    public override IReadOnlyList<string> Operands =>
    [
        "x", .. Affine ? new[] { "w" } : [], .. HasMemory ? new[] { "sums" } : [], "dy", .. HasSums ? new[] { "dw", "db" } : [],
        .. Dx is null ? [] : new[] { "dx" },
    ];

    public static bool NeedsMemory(Layout x, bool affine) => affine && x.Height * x.Width > 1;
}

/// <summary>
/// y = f((x − mean) / √(var + eps) · w + b), mean and variance over the pixels and channels of each group. They are kept for each
/// channel in stats ([mean][1/σ], and space for a total of twice that length).
/// </summary>
internal sealed record GroupNormKernel(int Groups, Layout X, Layout Y, float Eps, bool Affine, Activation? Activation) : Kernel
{
    public const int Statistics = 4;

    public override string Name => $"GroupNorm{Groups}_{Y.Height}x{Y.Width}x{Y.Channels}{(Activation is { } f ? $"_{f.Kind}" : "")}";

    public override string Summary => $"{Groups} groups of {X} normalised{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands => Affine ? ["x", "w", "b", "stats", "y"] : ["x", "stats", "y"];
}

/// <summary>dw and db are added to; dx is written. The sums per channel need memory: [Σ dy][Σ dy·x̂], and totals of twice that.</summary>
internal sealed record GroupNormGradientKernel(int Groups, Layout X, Layout Dy, Layout? Dx, bool Affine, bool HasSums) : Kernel
{
    public const int Sums = 6;

    public override string Name => $"GroupNorm{Groups}Gradient_{Dy.Height}x{Dy.Width}x{Dy.Channels}";

    public override string Summary => $"Gradients of normalisation in {Groups} groups, {Dy}.";

    public override IReadOnlyList<string> Operands =>
    [
        "x", .. Affine ? new[] { "w" } : [], "stats", "sums", "dy", .. HasSums ? new[] { "dw", "db" } : [],
        .. Dx is null ? [] : new[] { "dx" },
    ];
}
