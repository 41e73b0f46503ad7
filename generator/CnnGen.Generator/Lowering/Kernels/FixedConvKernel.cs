using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>A constant weight and its element's offset from the first tap.</summary>
internal readonly record struct FixedTap(int Offset, float Weight);

/// <summary>
/// y[i, j, c] = f(Σ over taps of weight · x[i, j, tap, c]) with constant weights that are not zero, the same for every channel; positions
/// are given by strides, so that the kernel also serves the phases of the input gradient.
/// </summary>
/// <param name="Channels">Elements of a pixel, a multiple of 8.</param>
internal sealed record FixedConvKernel(
    string Label, int Height, int Width, int Channels, EquatableArray<FixedTap> Taps, Grid X, Grid Y, Activation? Activation) : Kernel
{
    public override string Name => $"{Label}_{Height}x{Width}x{Channels}{(Activation is { } f ? $"_{f.Kind}" : "")}";

    public override string Summary =>
        $"A constant kernel with {Taps.Count} taps over {Height}×{Width} pixels of {Channels} channels" +
        $"{(Activation is { } f ? $", then {f.Kind}" : "")}.";

    public override IReadOnlyList<string> Operands => ["x", "y"];

    /// <summary>Neighbouring outputs have neighbouring inputs: a row is one run of elements.</summary>
    public bool IsOneRun => X.Column == Channels && Y.Column == Channels;
}
