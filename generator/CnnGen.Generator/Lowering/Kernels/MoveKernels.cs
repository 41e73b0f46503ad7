using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>y[i, j] = x[i − Top, j − Left], zero where x has no such pixel.</summary>
internal sealed record ShiftKernel(Layout X, Layout Y, int Top, int Left) : Kernel
{
    public override string Name => $"Shift_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary =>
        FormattableString.Invariant($"{X} moved by {Top} rows and {Left} columns into {Y}, zeros around it.");

    public override IReadOnlyList<string> Operands => ["x", "y"];
}

/// <summary>y[n·Groups + g] = x[g·(C / Groups) + n] in each pixel.</summary>
internal sealed record ChannelShuffleKernel(int Groups, Layout X, Layout Y) : Kernel
{
    public override string Name => $"ChannelShuffle{Groups}_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"The channels of {X}, a matrix of {Groups} rows, transposed.";

    public override IReadOnlyList<string> Operands => ["x", "y"];
}

/// <summary>fine[i·f + u, j·f + v, c] = coarse[i, j, c·f² + u·f + v], or the other way round.</summary>
internal sealed record PixelShuffleKernel(int Factor, Layout Coarse, Layout Fine, bool ToPixels) : Kernel
{
    public override string Name =>
        $"Pixel{(ToPixels ? "Shuffle" : "Unshuffle")}{Factor}_{Fine.Height}x{Fine.Width}x{Fine.Channels}";

    public override string Summary =>
        ToPixels ? $"The channels of {Coarse} as pixels, {Fine}." : $"The pixels of {Fine} as channels, {Coarse}.";

    public override IReadOnlyList<string> Operands => ToPixels ? ["coarse", "fine"] : ["fine", "coarse"];
}

/// <summary>Height and width times a factor.</summary>
internal sealed record UpsampleKernel(Upsample Op, Layout X, Layout Y) : Kernel
{
    public override string Name => $"Upsample{Op.Mode}{Op.Scale}_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"{Op.Mode} upsampling of {X} to {Y}{(Op.AlignCorners ? ", corners aligned" : "")}.";

    public override IReadOnlyList<string> Operands => ["x", "y"];
}

/// <summary>The gradient of upsampling: each pixel's gradient goes to the pixels that it was made of.</summary>
internal sealed record UpsampleGradientKernel(Upsample Op, Layout Dy, Layout Dx) : Kernel
{
    public override string Name => $"Upsample{Op.Mode}{Op.Scale}Gradient_{Dy.Height}x{Dy.Width}x{Dy.Channels}";

    public override string Summary => $"Gradient of {Op.Mode} upsampling, {Dy} to {Dx}{(Op.AlignCorners ? ", corners aligned" : "")}.";

    public override IReadOnlyList<string> Operands => ["dy", "dx"];
}

/// <summary>(x − mean) / std with a constant of each for every channel; without means only the division.</summary>
internal sealed record NormalizeKernel(EquatableArray<float> Mean, EquatableArray<float> Std, Layout X, Layout Y) : Kernel
{
    public override string Name => $"Normalize{(Mean.Count == 0 ? "Gradient" : "")}_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"{(Mean.Count == 0 ? "x" : "(x - mean)")} / std with constants for each channel, {X}.";

    public override IReadOnlyList<string> Operands => ["x", "y"];
}
