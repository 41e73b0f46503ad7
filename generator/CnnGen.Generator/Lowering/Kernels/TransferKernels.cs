using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>The caller's tensor (C×H×W, or H×W×C) into kernel layout; halo and padding channels become zero.</summary>
internal sealed record LoadKernel(Layout Y, bool ChannelsLast) : Kernel
{
    public override string Name => $"Load_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"The caller's {(ChannelsLast ? "H×W×C" : "C×H×W")} elements as {Y}.";

    public override IReadOnlyList<string> Operands => ["x", "y"];
}

/// <summary>A tensor in kernel layout into the caller's order.</summary>
internal sealed record StoreKernel(Layout X, bool ChannelsLast) : Kernel
{
    public override string Name => $"Store_{X.Height}x{X.Width}x{X.Channels}";

    public override string Summary => $"{X} as the caller's {(ChannelsLast ? "H×W×C" : "C×H×W")} elements.";

    public override IReadOnlyList<string> Operands => ["x", "y"];
}

/// <summary>Zeros around a tensor.</summary>
internal sealed record ClearHaloKernel(Layout Y) : Kernel
{
    public override string Name => $"ClearHalo_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"Zeros around {Y}.";

    public override IReadOnlyList<string> Operands => ["y"];
}

/// <summary>Zeros in the lanes beyond the channels of every pixel.</summary>
internal sealed record ClearTailKernel(Layout Y) : Kernel
{
    public override string Name => $"ClearTail_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"Zeros behind the channels of {Y}.";

    public override IReadOnlyList<string> Operands => ["y"];

    /// <summary>There are such lanes.</summary>
    public static bool IsNeeded(Layout y) => y.Channels < y.ChannelStride;
}

/// <summary>Zeros in all of a tensor.</summary>
internal sealed record ClearKernel(int Length) : Kernel
{
    public override string Name => $"Clear_{Length}";

    public override string Summary => $"{Length} zeros.";

    public override IReadOnlyList<string> Operands => ["y"];
}

/// <summary>x surrounded by mirrored, repeated or wrapped pixels of itself.</summary>
internal sealed record BorderPadKernel(PaddingMode Mode, Layout X, Layout Y, Halo Border) : Kernel
{
    public override string Name => $"{Mode}Pad_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"{Mode} padding of {X} by {Border}.";

    public override IReadOnlyList<string> Operands => ["x", "y"];
}

/// <summary>The gradient of padding: every padded pixel's gradient is added to the pixel that it copies.</summary>
internal sealed record BorderPadGradientKernel(PaddingMode Mode, Layout Dy, Layout Dx, Halo Border) : Kernel
{
    public override string Name => $"{Mode}PadGradient_{Dy.Height}x{Dy.Width}x{Dy.Channels}";

    public override string Summary => $"Gradient of {Mode} padding: {Dy} folded into {Dx}.";

    public override IReadOnlyList<string> Operands => ["dy", "dx"];
}
