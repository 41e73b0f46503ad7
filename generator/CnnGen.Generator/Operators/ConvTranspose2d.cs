namespace CnnGen.Generator.Operators;

/// <summary>The adjoint of a convolution: x[c, i, j] · w[c, o, u, v] is added to y[o, i·stride + u·dilation − pad, …].</summary>
internal sealed record ConvTranspose2d(
    int OutChannels, Window Vertical, Window Horizontal, int OutputPadding, int Groups, bool Bias) : Operator;
