using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Direct convolution: for each panel of output channels a method that walks the pixels in register tiles.</summary>
internal static class ConvEmitter
{
    public static void Emit(CodeWriter writer, ConvKernel kernel, string name, SharedMethods methods)
    {
        foreach (int vectors in kernel.Kinds)
        {
            EmitPanel(writer, kernel, name, methods, vectors);
        }

        KernelEmitter.Method(writer, methods, kernel, name, Label(kernel), code =>
        {
            using (code.Block("for (int unit = begin; unit < end; unit++)"))
            {
                EmitUnit(code, kernel, vectors => methods.Call($"{name}_Panel{vectors}", code.Sizes));
            }
        });
    }

    /// <summary>What methods are called that layers share.</summary>
    private static string Label(ConvKernel kernel) => KernelEmitter.Label(
        $"Conv{kernel.Taps.Rows}x{kernel.Taps.Columns}", kernel.HasBias ? "Bias" : null, kernel.Residual is null ? null : "Add",
        kernel.Activation?.Kind);

    /// <summary>Which block, panel and rows a unit stands for.</summary>
    private static void EmitUnit(CodeWriter writer, ConvKernel kernel, Func<int, string> method)
    {
        bool hasBlocks = kernel.Blocks > 1;
        Size outputs = writer.Sizes["Outputs", kernel.OutChannels];
        string panels = PanelDispatch.Count(outputs);
        string index = "unit", rows = $"0, {writer.Sizes["Height", kernel.Height]}";
        if (kernel.RowBlocks > 1)
        {
            Size blocks = writer.Sizes["RowBlocks", kernel.RowBlocks], perBlock = writer.Sizes["RowsPerBlock", kernel.RowsPerBlock];
            index = $"unit / {blocks}";
            writer.Line($"int row = unit % {blocks} * {perBlock};");
            writer.Line($"int rowEnd = Math.Min(row + {perBlock}, {writer.Sizes["Height", kernel.Height]});");
            rows = "row, rowEnd";
        }

        if (hasBlocks)
        {
            writer.Line($"int block = {index} / {panels};");
        }

        string Block(Size stride) => hasBlocks ? $"block * {stride} + " : "";
        string x = hasBlocks ? Code.At("x", $"block * {writer.Sizes["Inputs", kernel.InChannels]}") : "ref x";
        string panel = $"{Block(writer.Sizes["BlockLength", kernel.Lanes * kernel.PackedDepth])}lane * {writer.Sizes["PackedDepth", kernel.PackedDepth]}";
        string w = Code.At("w", kernel.PackedTaps is null ? panel : $"{panel} + firstRow * at.Width(W.Count)");
        string b = kernel.HasBias ? ", " + Code.At("b", $"{Block(outputs)}lane") : "";
        string r = kernel.Residual is null ? "" : ", " + Code.At("r", $"{Block(outputs)}lane");
        string y = Code.At("y", $"{Block(outputs)}lane");
        string channels = kernel.HasTail ? $", {outputs} - lane" : "";
        PanelDispatch.Emit(
            writer, outputs, hasBlocks ? $"{index} % {panels}" : index, method, $"{x}, {w}{b}{r}, {y}, {rows}{channels}");
    }

    /// <summary>The method that computes one panel of output channels for some rows of pixels.</summary>
    public static void EmitPanel(CodeWriter writer, ConvKernel kernel, string name, SharedMethods methods, int vectors)
    {
        string[] channels = kernel.HasTail ? ["int channels"] : [];
        string[] operands = [.. kernel.Operands.Select(operand => $"ref float {operand}"), "int row", "int rowEnd", .. channels];
        methods.Emit(
            writer, name, $"_Panel{vectors}", $"{Label(kernel)}_Panel{vectors}", operands,
            code => new ConvPanel(code, kernel, vectors).Emit());
    }
}
