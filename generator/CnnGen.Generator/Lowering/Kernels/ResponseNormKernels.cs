using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>y = f(x · s + beta) with s = 1 + gamma · n; kept in stats: [s][norms], and space for a total.</summary>
internal sealed record GlobalResponseNormKernel(Layout X, Layout Y, float Eps, Activation? Activation) : Kernel
{
    public const int Statistics = 4;

    public override string Name => $"GlobalResponseNorm_{Y.Height}x{Y.Width}x{Y.Channels}{(Activation is { } f ? $"_{f.Kind}" : "")}";

    public override string Summary => $"Global response normalisation of {X}{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands => ["x", "gamma", "beta", "stats", "y"];
}

/// <summary>dgamma and dbeta are added to; dx is written. The sums need memory: [Σ dy][Σ dy·x], and totals of twice that.</summary>
internal sealed record GlobalResponseNormGradientKernel(Layout X, Layout Dy, Layout? Dx, float Eps, bool HasSums) : Kernel
{
    public const int Sums = 6;

    public override string Name => $"GlobalResponseNormGradient_{Dy.Height}x{Dy.Width}x{Dy.Channels}";

    public override string Summary => $"Gradients of global response normalisation, {Dy}.";

    public override IReadOnlyList<string> Operands =>
    [
        "x", "gamma", "stats", "sums", "dy", .. HasSums ? new[] { "dgamma", "dbeta" } : [], .. Dx is null ? [] : new[] { "dx" },
    ];
}

/// <summary>y = f(x · (k + alpha / size · Σ x²)^−beta); the squares of a pixel stand between zeros in memory of their own.</summary>
internal sealed record LocalResponseNormKernel(LocalResponseNorm Norm, Layout X, Layout Y, Activation? Activation) : Kernel
{
    public override string Name =>
        $"LocalResponseNorm{Norm.Size}_{Y.Height}x{Y.Width}x{Y.Channels}{(Activation is { } f ? $"_{f.Kind}" : "")}";

    public override string Summary =>
        $"Each element of {X} divided by a power of its {Norm.Size} neighbours' energy{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands => ["x", "squares", "y"];

    /// <summary>Elements for one value per channel of a pixel and zeros around them, so that no window leaves them.</summary>
    public static int Window(LocalResponseNorm norm, Layout x) => Layout.RoundUp(checked(x.ChannelStride + norm.Size));
}

/// <summary>The gradient of <see cref="LocalResponseNormKernel"/>; the terms of other channels' denominators have memory as well.</summary>
internal sealed record LocalResponseNormGradientKernel(LocalResponseNorm Norm, Layout X, Layout Dy, Layout Dx) : Kernel
{
    public override string Name => $"LocalResponseNorm{Norm.Size}Gradient_{Dy.Height}x{Dy.Width}x{Dy.Channels}";

    public override string Summary => $"Gradient of local response normalisation, {Dy}.";

    public override IReadOnlyList<string> Operands => ["x", "squares", "terms", "dy", "dx"];
}
