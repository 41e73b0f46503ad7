using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Tiles of a band computed once more, as sums of products: those in which an infinity, NaN or a huge value spread over outputs that do
/// not see it.
/// </summary>
internal static class WinogradDirectEmitter
{
    public static void Emit(CodeWriter writer, WinogradKernel kernel, string method)
    {
        string[] bias = kernel.HasBias ? ["ref float b"] : [];
        string[] residual = kernel.Residual is null ? [] : ["ref float r"];
        string steps = $"{kernel.X.Row}, {kernel.X.Column}";
        writer.Line();
        using CodeWriter.Scope body = KernelEmitter.Method(
            writer, method, ["ref float x", "ref float w", .. bias, .. residual, "ref float y", "int row", "int rows"]);
        using CodeWriter.Scope tiles = writer.Block($"for (int tile = 0; tile < rows * {kernel.TileColumns}; tile++)");
        writer.Line($"int top = 4 * (row + tile / {kernel.TileColumns}), left = 4 * (tile % {kernel.TileColumns});");
        using (writer.Block($"if (WinogradDirect.IsTame({Pixel("x", kernel.X, "top", "left")}, {steps}, {kernel.InLanes}))"))
        {
            writer.Line("continue;");
        }

        writer.Line($"for (int i = top; i < Math.Min(top + 4, {kernel.Height}); i++)");
        using CodeWriter.Scope pixels = writer.Block($"for (int j = left; j < Math.Min(left + 4, {kernel.Width}); j++)");
        writer.Line($"ref float xt = {Pixel("x", kernel.X, "i", "j")}, yt = {Pixel("y", kernel.Y, "i", "j")};");
        if (kernel.Residual is { } added)
        {
            writer.Line($"ref float rt = {Pixel("r", added, "i", "j")};");
        }

        writer.Line($"bool isNaN = WinogradDirect.SeesNaN(ref xt, {steps}, {kernel.InLanes});");
        foreach (PanelGroup group in PanelGroup.Of(kernel.Widths))
        {
            EmitPanels(writer, kernel, group, steps);
        }
    }

    private static void EmitPanels(CodeWriter writer, WinogradKernel kernel, PanelGroup group, string steps)
    {
        int end = group.Lane + group.Count * group.Width;
        using CodeWriter.Scope lanes = writer.Block($"for (int c = {group.Lane}; c < {end}; c += 8)");
        writer.Line($"int lane = (c - {group.Lane}) % {group.Width};");
        string weights = Code.At("w", $"(c - lane) * {kernel.InChannels} + lane");
        writer.Line(
            $"F8 sum = isNaN ? V.Create(float.NaN) : WinogradDirect.Sum(ref xt, {weights}, {steps}, {kernel.InChannels}, {group.Width}, "
            + $"{kernel.InChannels * kernel.OutLanes});");
        string value = kernel.HasBias ? "sum + V.LoadUnsafe(ref b, (nuint)c)" : "sum";
        value = kernel.Residual is null ? value : $"{value} + V.LoadUnsafe(ref rt, (nuint)c)";
        value = kernel.Activation is { } f ? Code.Activate(f, value) : $"({value})";
        var outputs = new Layout(kernel.OutChannels, 1, 1, kernel.OutLanes, default);
        writer.Line($"{PixelLoops.Used(outputs, value)}.StoreUnsafe(ref yt, (nuint)c);");
    }

    private static string Pixel(string tensor, Grid grid, string row, string column) =>
        Code.At(tensor, Code.Sum((row, grid.Row), (column, grid.Column), ("", grid.Origin)));
}
