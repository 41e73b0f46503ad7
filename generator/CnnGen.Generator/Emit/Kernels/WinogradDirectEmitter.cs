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
        EmitTiles(writer, kernel, method);
        EmitPixel(writer, kernel, method);
    }

    private static void EmitTiles(CodeWriter writer, WinogradKernel kernel, string method)
    {
        string[] bias = kernel.HasBias ? ["ref float b"] : [];
        string[] residual = kernel.Residual is null ? [] : ["ref float r"];
        string steps = $"{kernel.X.Row}, {kernel.X.Column}";
        writer.Line();
        using CodeWriter.Scope body = KernelEmitter.Method(
            writer, method, ["ref float x", "ref float w", .. bias, .. residual, "ref float y", "int row", "int rows"]);
        using CodeWriter.Scope tiles = writer.Block($"for (int tile = 0; tile < rows * {kernel.TileColumns}; tile++)");
        writer.Line($"int top = 4 * (row + tile / {kernel.TileColumns}), left = 4 * (tile % {kernel.TileColumns});");
        using (writer.Block($"if (WinogradDirect.IsTame<V, F8>({Pixel("x", kernel.X, "top", "left")}, {steps}, {kernel.InLanes}))"))
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

        writer.Line($"bool isNaN = WinogradDirect.SeesNaN<V, F8>(ref xt, {steps}, {kernel.InLanes});");
        using CodeWriter.Scope panels = writer.Block($"for (int panel = 0; panel < {PanelDispatch.Count(kernel.OutChannels)}; panel++)");
        writer.Line($"Panel at = Panels.At({kernel.OutChannels}, W.Count, panel);");
        string arguments = $"ref xt, {Code.At("w", $"at.Lane * {kernel.InChannels}")}{(kernel.HasBias ? ", ref b" : "")}"
            + $"{(kernel.Residual is null ? "" : ", ref rt")}, ref yt, at.Lane, isNaN";
        if (Panels.HasHalf(kernel.OutChannels))
        {
            using (writer.Block("if (at.Vectors == 0)"))
            {
                writer.Line($"{Halves.Kernels}.{method}Pixel({arguments}, 1);\ncontinue;");
            }
        }

        writer.Line($"{method}Pixel({arguments}, at.Vectors);");
    }

    /// <summary>The outputs of one pixel that a panel holds.</summary>
    private static void EmitPixel(CodeWriter writer, WinogradKernel kernel, string method)
    {
        string[] bias = kernel.HasBias ? ["ref float b"] : [];
        string[] residual = kernel.Residual is null ? [] : ["ref float rt"];
        writer.Line();
        using CodeWriter.Scope body = KernelEmitter.Method(
            writer, $"{method}Pixel",
            ["ref float xt", "ref float w", .. bias, .. residual, "ref float yt", "int lane", "bool isNaN", "int vectors"]);
        using CodeWriter.Scope panel = writer.Block("for (int v = 0; v < vectors; v++)");
        writer.Line(
            $"int c = lane + v * W.Count;\nT sum = isNaN ? W.Create(float.NaN) : WinogradDirect.Sum<W, T>(ref xt, " +
            $"ref Unsafe.Add(ref w, v * W.Count), {kernel.X.Row}, {kernel.X.Column}, {kernel.InChannels}, vectors * W.Count, " +
            $"{kernel.InChannels * kernel.OutLanes});");
        string value = kernel.HasBias ? "W.Add(sum, W.LoadUnsafe(ref b, (nuint)c))" : "sum";
        value = kernel.Residual is null ? value : $"W.Add({value}, W.LoadUnsafe(ref rt, (nuint)c))";
        value = Wide.Activate(kernel.Activation, value);
        value = kernel.OutChannels < kernel.OutLanes ? $"W.BitwiseAnd({value}, W.FirstLanes({kernel.OutChannels} - c))" : value;
        writer.Line($"W.StoreUnsafe({value}, ref yt, (nuint)c);");
    }

    private static string Pixel(string tensor, Grid grid, string row, string column) =>
        Code.At(tensor, Code.Sum((row, grid.Row), (column, grid.Column), ("", grid.Origin)));
}
