using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Winograd F(4×4, 3×3): for each band of tile rows the tiles transformed, 36 products, the products transformed back. A band in which
/// the transformation met an infinity, NaN or a huge value has the tiles around it computed directly.
/// </summary>
internal static class WinogradEmitter
{
    private const int Side = WinogradKernel.Tile + 2;

    public static void Emit(CodeWriter writer, WinogradKernel kernel, string name, SharedMethods methods)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (writer.Block("for (int unit = begin; unit < end; unit++)"))
            {
                writer.Line("ref float v = ref Unsafe.Add(ref s, unit * apart);");
                foreach (TileRun band in kernel.Bands)
                {
                    string row = kernel.Bands.Count == 1 || band.Start == 0
                        ? Code.Sum(("unit", band.Length))
                        : $"{band.Start} + (unit - {kernel.Bands[0].Count}) * {band.Length}";
                    string condition = kernel.Bands.Count == 1 ? "" : band.Start == 0 ? $"if (unit < {band.Count})" : "else";
                    using (condition == "" ? default : writer.Block(condition))
                    {
                        EmitBand(writer, kernel, name, methods, band.Length, row);
                    }
                }
            }
        }

        foreach (int rows in kernel.Bands.Select(band => band.Length))
        {
            EmitInput(writer, kernel, $"{name}_Input{rows}", rows);
            EmitOutput(writer, kernel, $"{name}_Output{rows}", rows);
            foreach (int vectors in kernel.Kinds)
            {
                ConvEmitter.EmitPanel(writer, kernel.Product(rows * kernel.TileColumns), $"{name}_Product{rows}", methods, vectors);
            }
        }

        WinogradDirectEmitter.Emit(writer, kernel, $"{name}_Direct");
    }

    private static void EmitBand(CodeWriter writer, WinogradKernel kernel, string name, SharedMethods methods, int rows, string row)
    {
        int tiles = rows * kernel.TileColumns;
        int products = WinogradKernel.Matrices * tiles * kernel.InLanes;
        writer.Line($"int row = {row};");
        writer.Line($"ref float p = {Code.At("v", products)};");
        writer.Line($"ref float t = {Code.At("v", products + WinogradKernel.Matrices * tiles * kernel.OutLanes)};");
        writer.Line("bool isTame = true;");
        Halves.Emit(
            writer, kernel.InLanes, (code, begin, end) => $"isTame &= {code}{name}_Input{rows}(ref x, ref v, ref t, row, {begin}, {end});");
        using (writer.Block($"for (int matrix = 0; matrix < {WinogradKernel.Matrices}; matrix++)"))
        {
            writer.Line($"ref float vm = {Code.At("v", $"matrix * {tiles * kernel.InLanes}")};");
            using (writer.Block($"for (int panel = 0; panel < {PanelDispatch.Count(kernel.OutChannels)}; panel++)"))
            {
                string w = Code.At("w", $"(matrix * {kernel.OutLanes} + lane) * {kernel.InChannels}");
                string y = Code.At("p", $"matrix * {tiles * kernel.OutLanes} + lane");
                PanelDispatch.Emit(
                    writer, kernel.OutChannels, "panel", vectors => methods[$"{name}_Product{rows}_Panel{vectors}"],
                    $"ref vm, {w}, {y}, 0, 1");
            }
        }

        string added = (kernel.HasBias ? "ref b, " : "") + (kernel.Residual is null ? "" : "ref r, ");
        Halves.Emit(
            writer, kernel.OutLanes,
            (code, begin, end) => $"{code}{name}_Output{rows}(ref p, {added}ref y, ref t, row, {begin}, {end});");
        using (writer.Block("if (!isTame)"))
        {
            writer.Line($"{name}_Direct(ref x, ref w, {added}ref y, row, {rows});");
        }
    }

    /// <summary>
    /// Bᵀ·d·B of every tile: columns first, into t, then rows, into matrix after matrix. At last the squares of those transformed values
    /// that together depend on every pixel, summed up: infinite or NaN where a value was, or where it was huge. Channels c to end.
    /// </summary>
    private static void EmitInput(CodeWriter writer, WinogradKernel kernel, string name, int rows)
    {
        int tiles = rows * kernel.TileColumns;
        writer.Line();
        using CodeWriter.Scope method = KernelEmitter.Function(
            writer, "bool", name, "ref float x", "ref float v", "ref float t", "int row", "int begin", "int end");
        writer.Line("T two = W.Create(2f), four = W.Create(4f), minusFour = W.Create(-4f), minusFive = W.Create(-5f);");
        writer.Line("T squares = W.Zero;");
        using (writer.Block($"for (int tile = 0; tile < {tiles}; tile++)"))
        {
            string first = rows == 1
                ? Code.Sum(("row", 4 * kernel.X.Row), ("tile", 4 * kernel.X.Column), ("", kernel.X.Origin))
                : Code.Sum(
                    ($"(row + tile / {kernel.TileColumns})", 4 * kernel.X.Row),
                    ($"(tile % {kernel.TileColumns})", 4 * kernel.X.Column),
                    ("", kernel.X.Origin));
            writer.Line($"ref float xt = {Code.At("x", first)}, vt = {Code.At("v", $"tile * {kernel.InLanes}")};");
            using (writer.Block("for (int c = begin; c < end; c += W.Count)"))
            {
                EmitInputColumns(writer, kernel);
                EmitInputRows(writer, kernel, tiles);
            }
        }

        writer.Line("squares = W.Subtract(squares, squares);\nreturn W.EqualsAll(squares, W.Zero);");
    }

    private static void EmitInputColumns(CodeWriter writer, WinogradKernel kernel)
    {
        using CodeWriter.Scope columns = writer.Block($"for (int j = 0; j < {Side}; j++)");
        writer.Line($"ref float xj = {Code.At("xt", Code.Sum(("j", kernel.X.Column), ("c", 1)))}, tj = ref Unsafe.Add(ref t, j * W.Count);");
        Loads(writer, i => Wide.Load("xj", 0, i * kernel.X.Row));
        Stores(writer, TransformInput(), (value, i) => Wide.Store(value, "tj", i * Side));
    }

    private static void EmitInputRows(CodeWriter writer, WinogradKernel kernel, int tiles)
    {
        using CodeWriter.Scope rows = writer.Block($"for (int i = 0; i < {Side}; i++)");
        writer.Line(
            $"ref float ti = ref Unsafe.Add(ref t, i * {Side} * W.Count), " +
            $"vi = ref Unsafe.Add(ref vt, i * {Side * tiles * kernel.InLanes} + c);");
        Loads(writer, i => Wide.Load("ti", i));
        string[] values = [.. TransformInput()];
        foreach (int j in kernel.CheckedColumns)
        {
            writer.Line($"T v{j} = {values[j]};\nsquares = {Wide.MultiplyAdd($"v{j}", $"v{j}", "squares")};");
            values[j] = $"v{j}";
        }

        Stores(writer, values, (value, i) => Wide.Store(value, "vi", 0, i * tiles * kernel.InLanes));
    }

    /// <summary>Aᵀ·p·A of every tile, with bias and activation; the last tiles are cut off at the image's end.</summary>
    private static void EmitOutput(CodeWriter writer, WinogradKernel kernel, string name, int rows)
    {
        int tiles = rows * kernel.TileColumns;
        bool cutsRows = kernel.Height % WinogradKernel.Tile != 0;
        bool cutsColumns = kernel.Width % WinogradKernel.Tile != 0;
        string[] bias = kernel.HasBias ? ["ref float b"] : [];
        string[] residual = kernel.Residual is null ? [] : ["ref float r"];
        writer.Line();
        using CodeWriter.Scope method = KernelEmitter.Method(
            writer, name, ["ref float p", .. bias, .. residual, "ref float y", "ref float t", "int row", "int begin", "int end"]);
        writer.Line("T two = W.Create(2f), four = W.Create(4f), eight = W.Create(8f);");
        using CodeWriter.Scope loop = writer.Block($"for (int tile = 0; tile < {tiles}; tile++)");
        writer.Line(rows == 1
            ? "int tileRow = row, tileColumn = tile;"
            : $"int tileRow = row + tile / {kernel.TileColumns}, tileColumn = tile % {kernel.TileColumns};");
        writer.Line(
            $"ref float pt = {Code.At("p", $"tile * {kernel.OutLanes}")}, " +
            $"yt = {Code.At("y", Code.Sum(("tileRow", 4 * kernel.Y.Row), ("tileColumn", 4 * kernel.Y.Column), ("", kernel.Y.Origin)))};");
        if (kernel.Residual is { } grid)
        {
            string place = Code.Sum(("tileRow", 4 * grid.Row), ("tileColumn", 4 * grid.Column), ("", grid.Origin));
            writer.Line($"ref float rt = {Code.At("r", place)};");
        }

        if (cutsRows)
        {
            writer.Line($"int rows = Math.Min(4, {kernel.Height} - 4 * tileRow);");
        }

        if (cutsColumns)
        {
            writer.Line($"int columns = {kernel.Width} - 4 * tileColumn;");
        }

        using CodeWriter.Scope channels = writer.Block("for (int c = begin; c < end; c += W.Count)");
        using (writer.Block($"for (int j = 0; j < {Side}; j++)"))
        {
            writer.Line($"ref float pj = ref Unsafe.Add(ref pt, j * {tiles * kernel.OutLanes} + c), tj = ref Unsafe.Add(ref t, j * W.Count);");
            Loads(writer, i => Wide.Load("pj", 0, i * Side * tiles * kernel.OutLanes));
            Stores(writer, TransformOutput(), (value, i) => Wide.Store(value, "tj", i * Side));
        }

        if (kernel.HasBias)
        {
            writer.Line("T bias = W.LoadUnsafe(ref Unsafe.Add(ref b, c));");
        }

        bool hasTail = kernel.OutChannels < kernel.OutLanes;
        if (hasTail)
        {
            writer.Line($"T used = W.FirstLanes({kernel.OutChannels} - c);");
        }

        using (writer.Block($"for (int i = 0; i < {(cutsRows ? "rows" : "4")}; i++)"))
        {
            writer.Line(
                $"ref float ti = ref Unsafe.Add(ref t, i * {Side} * W.Count), yi = {Code.At("yt", Code.Sum(("i", kernel.Y.Row), ("c", 1)))};");
            if (kernel.Residual is { } added)
            {
                writer.Line($"ref float ri = {Code.At("rt", Code.Sum(("i", added.Row), ("c", 1)))};");
            }

            Loads(writer, i => Wide.Load("ti", i));
            string[] outputs = [.. TransformOutput()];
            for (int j = 0; j < outputs.Length; j++)
            {
                string value = kernel.HasBias ? Wide.Add(outputs[j], "bias") : outputs[j];
                value = kernel.Residual is { } r ? Wide.Add(value, Wide.Load("ri", 0, j * r.Column)) : value;
                value = Wide.Activate(kernel.Activation, value);
                value = hasTail ? $"W.BitwiseAnd({value}, used)" : value;
                string store = Wide.Store(value, "yi", 0, j * kernel.Y.Column);
                if (cutsColumns && j > 0)
                {
                    using (writer.Block($"if (columns > {j})"))
                    {
                        writer.Line(store);
                    }
                }
                else
                {
                    writer.Line(store);
                }
            }
        }
    }

    private static void Loads(CodeWriter writer, Func<int, string> load) =>
        writer.Line("T " + string.Join(", ", Enumerable.Range(0, Side).Select(i => $"d{i} = {load(i)}")) + ";");

    private static void Stores(CodeWriter writer, IEnumerable<string> values, Func<string, int, string> store)
    {
        int index = 0;
        foreach (string value in values)
        {
            writer.Line(store(value, index++));
        }
    }

    /// <summary>The rows of Bᵀ.</summary>
    private static IEnumerable<string> TransformInput()
    {
        yield return Wide.MultiplyAdd("four", "d0", Wide.MultiplyAdd("minusFive", "d2", "d4"));
        yield return Wide.MultiplyAdd("minusFour", "W.Add(d1, d2)", "W.Add(d3, d4)");
        yield return Wide.MultiplyAdd("four", "W.Subtract(d1, d2)", "W.Subtract(d4, d3)");
        yield return Wide.MultiplyAdd("two", "W.Subtract(d3, d1)", "W.Subtract(d4, d2)");
        yield return Wide.MultiplyAdd("two", "W.Subtract(d1, d3)", "W.Subtract(d4, d2)");
        yield return Wide.MultiplyAdd("four", "d1", Wide.MultiplyAdd("minusFive", "d3", "d5"));
    }

    /// <summary>The rows of Aᵀ.</summary>
    private static IEnumerable<string> TransformOutput()
    {
        yield return Wide.Add("W.Add(d0, W.Add(d1, d2))", "W.Add(d3, d4)");
        yield return Wide.MultiplyAdd("two", "W.Subtract(d3, d4)", "W.Subtract(d1, d2)");
        yield return Wide.MultiplyAdd("four", "W.Add(d3, d4)", "W.Add(d1, d2)");
        yield return Wide.Add(Wide.MultiplyAdd("eight", "W.Subtract(d3, d4)", "W.Subtract(d1, d2)"), "d5");
    }
}
