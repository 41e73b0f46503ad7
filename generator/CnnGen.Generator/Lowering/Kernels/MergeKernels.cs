using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>y = f(x0 + x1 + …), all of one shape.</summary>
internal sealed record SumKernel(EquatableArray<Layout> X, Layout Y, Activation? Activation) : Kernel
{
    public override string Name => $"Add{X.Count}_{Y.Height}x{Y.Width}x{Y.Channels}{(Activation is { } f ? $"_{f.Kind}" : "")}";

    public override string Summary => $"The sum of {X.Count} tensors, {Y}{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands => [.. X.Select((_, i) => $"x{i}"), "y"];
}

/// <summary>y = x0 · x1 · …; a factor of one pixel or one channel is the same for all pixels or channels.</summary>
internal sealed record ProductKernel(EquatableArray<Layout> X, Layout Y) : Kernel
{
    public override string Name => $"Multiply{X.Count}_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"The product of {string.Join(" and ", X)}.";

    public override IReadOnlyList<string> Operands => [.. X.Select((_, i) => $"x{i}"), "y"];

    /// <summary>A factor that is the same for all pixels; it may have one channel as well.</summary>
    public static bool IsPixel(Layout x, Layout y) => x.Height == 1 && x.Width == 1 && y.Height * y.Width > 1;

    /// <summary>A factor that is the same for all channels.</summary>
    public static bool IsChannel(Layout x, Layout y) => x.Channels == 1 && y.Channels > 1;
}

/// <summary>
/// dx of factor <c>Index</c> = dy times the other factors, summed over the pixels or channels that it stands for; a sum for each channel
/// needs memory for totals.
/// </summary>
internal sealed record ProductGradientKernel(EquatableArray<Layout> X, int Index, Layout Dy, Layout Dx) : Kernel
{
    public const int Sums = 2;

    public bool SumsPixels => ProductKernel.IsPixel(X[Index], Dy);

    public bool HasTotals => SumsPixels && !ProductKernel.IsChannel(X[Index], Dy);

    public override string Name => $"Multiply{X.Count}Gradient{Index}_{Dy.Height}x{Dy.Width}x{Dy.Channels}";

    public override string Summary => $"The gradient of factor {Index} of a product, {Dx}.";

    public override IReadOnlyList<string> Operands => [.. X.Select((_, i) => $"x{i}"), "dy", .. HasTotals ? new[] { "total" } : [], "dx"];
}

/// <summary>Tensors behind one another along the channels, from channel <c>First</c> on; all other channels are zero.</summary>
/// <param name="IsPart">Other channels stay as they are; only padding channels are zero.</param>
internal sealed record ConcatKernel(EquatableArray<Layout> X, Layout Y, int First = 0, bool IsPart = false) : Kernel
{
    public override string Name => $"Concat{X.Count}{(IsPart ? $"From{First}" : "")}_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary =>
        $"{string.Join(" + ", X.Select(x => x.Channels))} channels behind one another{(First > 0 ? $" from {First} on" : "")}, {Y}.";

    public override IReadOnlyList<string> Operands => [.. X.Select((_, i) => $"x{i}"), "y"];
}

/// <summary>The channels of x from <c>First</c> on.</summary>
internal sealed record ChannelsKernel(int First, Layout X, Layout Y) : Kernel
{
    public override string Name => $"Channels{First}_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"Channels {First} to {First + Y.Channels - 1} of {X}.";

    public override IReadOnlyList<string> Operands => ["x", "y"];
}
