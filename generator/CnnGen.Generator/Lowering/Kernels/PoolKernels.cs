using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>The windows of a pool along one axis and where they lie inside the input.</summary>
internal readonly record struct PoolAxis(Window Window, int Input, int Output)
{
    /// <summary>The first window that does not begin in the padding.</summary>
    public int InteriorBegin => Math.Min(Output, (Window.PadBefore + Window.Stride - 1) / Window.Stride);

    /// <summary>The end of the windows that end inside the input.</summary>
    public int InteriorEnd
    {
        get
        {
            int room = Input + Window.PadBefore - Window.Extent;
            return room < 0 ? 0 : Math.Min(Output, room / Window.Stride + 1);
        }
    }

    public bool IsInterior => InteriorBegin == 0 && InteriorEnd == Output;

    /// <summary>Every input element lies in exactly one window.</summary>
    public bool IsPartition => IsInterior && Window.Stride == Window.Kernel && Window.Dilation == 1 && Output * Window.Stride == Input;

    /// <summary>No input element lies in two windows.</summary>
    public bool IsDisjoint => Window.Stride >= Window.Extent;
}

/// <summary>The largest, smallest or mean element of each window.</summary>
internal sealed record PoolKernel(
    PoolKind Kind, Layout X, Layout Y, Window Vertical, Window Horizontal, bool CountIncludePad, Activation? Activation) : Kernel
{
    public override string Name =>
        $"{Kind}Pool{Vertical.Kernel}x{Horizontal.Kernel}S{Vertical.Stride}_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary =>
        $"{Kind} of {Vertical.Kernel}×{Horizontal.Kernel} windows, {X} to {Y}{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands => ["x", "y"];

    public PoolAxis Rows => new(Vertical, X.Height, Y.Height);

    public PoolAxis Columns => new(Horizontal, X.Width, Y.Width);
}

/// <summary>The gradient of a pool; dx is written as a whole.</summary>
internal sealed record PoolGradientKernel(
    PoolKind Kind, Layout X, Layout Dx, Layout Y, Layout Dy, Window Vertical, Window Horizontal, bool CountIncludePad, Ties Ties) : Kernel
{
    public override string Name =>
        $"{Kind}Pool{Vertical.Kernel}x{Horizontal.Kernel}S{Vertical.Stride}Gradient_{Y.Height}x{Y.Width}x{Y.Channels}";

    public override string Summary => $"Gradient of the {Kind} of {Vertical.Kernel}×{Horizontal.Kernel} windows, {Dy} to {Dx}.";

    public override IReadOnlyList<string> Operands => Kind == PoolKind.Average ? ["dy", "dx"] : ["x", "y", "dy", "dx"];

    public PoolAxis Rows => new(Vertical, X.Height, Y.Height);

    public PoolAxis Columns => new(Horizontal, X.Width, Y.Width);
}
