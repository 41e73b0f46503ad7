using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Lowering;

namespace CnnGen.Generator.Emit;

/// <summary>The tables of weights that the runtime prepares.</summary>
internal static class PreparationEmitter
{
    /// <summary>The method <paramref name="name"/>, which returns the preparations in order.</summary>
    public static void Emit(CodeWriter writer, string name, IEnumerable<Preparation> preparations) =>
        TableEmitter.Emit(writer, "WeightPreparation", name, preparations.Select(Row), takesLanes: true);

    private static string Row(Preparation preparation) => preparation switch
    {
        NormPreparation norm => $"{Norm(norm)}, // {norm.Node.Name}",
        WinogradPreparation winograd => $"{Winograd(winograd)}, // {winograd.Weight.Parameter.Name}",
        TransposedPreparation transposed => $"{Transposed(transposed)}, // {transposed.Weight.Parameter.Name}",
        _ => throw new InvalidOperationException($"No row for {preparation}."),
    };

    private static string Norm(NormPreparation norm)
    {
        string convolution = norm.Convolution is { } weight
            ? $", {Place(norm.ConvolutionBias)}, {weight.Packed}, {FactsEmitter.Panels(weight.Panels!)}"
            : norm.ConvolutionBias is { } bias ? $", {bias.Packed}" : "";
        return $"new NormPreparation({norm.Channels}, {Code.Float(norm.Eps)}, {Place(norm.Scale)}, {Place(norm.Shift)}, " +
            $"{Place(norm.Mean)}, {Place(norm.Variance)}, {norm.Offset}, {norm.Bias}{convolution})";
    }

    private static string Winograd(WinogradPreparation winograd)
    {
        PanelSpec panels = winograd.Weight.Panels!;
        string scale = winograd.Norm is { } norm ? $", {norm.Offset}" : "";
        string weights = Weights(panels.InChannels, panels.InStride, panels.BlockOutChannels);
        return $"new WinogradPreparation({winograd.Weight.Packed}, {winograd.Offset}, {weights}{scale})";
    }

    private static string Transposed(TransposedPreparation transposed)
    {
        PanelSpec panels = transposed.Panels;
        int outputs = panels.BlockOutChannels;
        string winograd = transposed.IsWinograd
            ? $", {transposed.Transformed}, {Weights(outputs, outputs, panels.BlockInChannels)}"
            : "";
        return $"new TransposedPreparation({transposed.Weight.Packed}, {transposed.Offset}, " +
            $"new PanelTransposition({FactsEmitter.Panels(panels)}, [{Code.Ints(transposed.Taps)}]){winograd})";
    }

    private static string Weights(int inputs, int inStride, int outputs) => $"new WinogradWeights({inputs}, {inStride}, {outputs}, lanes)";

    private static string Place(WeightSlot? slot) => slot is null ? "-1" : Code.Int(slot.Packed);
}
