using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering;

/// <summary>
/// Weights in another form than the packed one, from <c>Offset</c> on in the memory of prepared weights. The runtime computes them from the
/// packed parameters and from what is prepared before them.
/// </summary>
internal abstract record Preparation(int Offset)
{
    /// <summary>Elements of the result.</summary>
    public abstract int Length { get; }
}

/// <summary>
/// A batch normalisation or a scale per channel: its scale and shift, or a convolution's weights and bias with both applied. A scale
/// alone has no statistics.
/// </summary>
internal sealed record NormPreparation(
    int Offset,
    Node Node,
    int Channels,
    float Eps,
    WeightSlot? Scale,
    WeightSlot? Shift,
    WeightSlot? Mean,
    WeightSlot? Variance,
    WeightSlot? Convolution,
    WeightSlot? ConvolutionBias) : Preparation(Offset)
{
    /// <summary>Where the shift, or the bias, lies: behind the scale, or the weights.</summary>
    public int Bias => checked(Offset + (Convolution?.PackedLength ?? Layout.RoundUp(Channels)));

    public override int Length => checked(Bias - Offset + Layout.RoundUp(Channels));
}

/// <summary>Weights of a convolution, transformed for Winograd's method, and multiplied by a normalisation's scale where there is one.</summary>
internal sealed record WinogradPreparation(int Offset, WeightSlot Weight, NormPreparation? Norm) : Preparation(Offset)
{
    public override int Length => checked(WinogradKernel.Matrices * Weight.Panels!.InChannels * Weight.Panels.BlockLanes);
}

/// <summary>Weights with inputs and outputs exchanged, for gradients of inputs: the taps of one phase of one layer.</summary>
/// <param name="IsWinograd">Whether Winograd's method reads them: transformed, they lie behind.</param>
internal sealed record TransposedPreparation(
    int Offset, WeightSlot Weight, PanelSpec Panels, EquatableArray<int> Taps, bool IsWinograd) : Preparation(Offset)
{
    /// <summary>Where the weights for Winograd's method lie.</summary>
    public int Transformed => checked(Offset + Panels.Blocks * BlockLanes * Taps.Count * Panels.BlockOutChannels);

    public override int Length =>
        checked(Transformed - Offset + (IsWinograd ? WinogradKernel.Matrices * BlockLanes * Panels.OutChannels : 0));

    /// <summary>Lanes of all panels of inputs of a block.</summary>
    private int BlockLanes => Layout.RoundUp(Panels.BlockInChannels);
}
