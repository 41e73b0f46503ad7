namespace CnnGen.Generator.Operators;

/// <summary>A convolution of each channel with one constant kernel, row by row and scaled already.</summary>
internal sealed record FixedConv2d(
    Window Vertical, Window Horizontal, PaddingMode PaddingMode, EquatableArray<float> Kernel) : Operator;
