using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Linear layers: weights in panels <c>[input][lane]</c>, streamed once per sample or once per tile of samples.</summary>
internal static class LinearEmitter
{
    private const int Unroll = 4;

    public static void Emit(CodeWriter writer, LinearKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitPanels(writer, kernel, kernel.Widths, kernel.InFeatures, kernel.HasBias, name, "");
        }

        foreach (int width in kernel.Widths.Distinct())
        {
            writer.Line();
            EmitSample(writer, $"{name}_Panel{width}", kernel.InFeatures, width, kernel.HasBias, kernel.Activation);
        }
    }

    public static void Emit(CodeWriter writer, LinearBatchKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitPanels(writer, kernel, kernel.Widths, kernel.InFeatures, kernel.HasBias, name, ", rows");
        }

        foreach (int width in kernel.Widths.Distinct())
        {
            writer.Line();
            EmitBatchPanel(writer, kernel, name, width);
            writer.Line();
            EmitTile(writer, kernel, $"{name}_Tile{width}", width);
            writer.Line();
            EmitSample(writer, $"{name}_Sample{width}", kernel.InFeatures, width, kernel.HasBias, kernel.Activation);
        }
    }

    private static void EmitPanels(
        CodeWriter writer, Kernel kernel, EquatableArray<int> widths, int inFeatures, bool hasBias, string name, string rows)
    {
        using (writer.Block("for (int panel = begin; panel < end; panel++)"))
        {
            PanelDispatch.Emit(writer, widths, "panel", group =>
                $"{name}_Panel{group.Width}(ref x, {Code.At("w", $"lane * {inFeatures}")}" +
                $"{(hasBias ? ", " + Code.At("b", "lane") : "")}, {Code.At("y", "lane")}{rows});");
        }
    }

    private static string[] Parameters(bool hasBias, params string[] more) =>
        ["ref float x", "ref float w", .. hasBias ? new[] { "ref float b" } : [], "ref float y", .. more];

    /// <summary>One sample by one panel: four inputs at a time, each with accumulators of its own.</summary>
    private static void EmitSample(CodeWriter writer, string method, int inFeatures, int width, bool hasBias, Activation? activation)
    {
        int[] vectors = [.. Enumerable.Range(0, width / 8)];
        int lanesInFlight = Math.Min(Unroll, inFeatures);
        using (KernelEmitter.Method(writer, method, Parameters(hasBias)))
        {
            for (int k = 0; k < lanesInFlight; k++)
            {
                int part = k;
                string Initial(int v) => hasBias && part == 0 ? Code.Load("b", 8 * v) : "F8.Zero";
                writer.Line("F8 " + string.Join(", ", vectors.Select(v => $"a{part}_{v} = {Initial(v)}")) + ";");
            }

            writer.Line("F8 e;");
            using (writer.Loop("k", inFeatures / lanesInFlight))
            {
                EmitSampleSteps(writer, vectors, lanesInFlight, width);
                writer.Line($"x = {Code.At("x", lanesInFlight)}; w = {Code.At("w", lanesInFlight * width)};");
            }

            EmitSampleSteps(writer, vectors, inFeatures % lanesInFlight, width);
            foreach (int v in vectors)
            {
                string sum = string.Join(" + ", Enumerable.Range(0, lanesInFlight).Select(k => $"a{k}_{v}"));
                string value = lanesInFlight > 1 ? $"({sum})" : sum;
                writer.Line(Code.Store(activation is null ? value : Code.Activate(activation, sum), "y", 8 * v));
            }
        }
    }

    private static void EmitSampleSteps(CodeWriter writer, int[] vectors, int steps, int width)
    {
        for (int k = 0; k < steps; k++)
        {
            int part = k;
            writer.Line($"e = {Code.Broadcast("x", k)}; " + string.Join(" ", vectors.Select(v =>
                $"a{part}_{v} = {Code.MultiplyAdd("e", Code.Load("w", part * width + 8 * v), $"a{part}_{v}")};")));
        }
    }

    /// <summary>All samples by one panel.</summary>
    private static void EmitBatchPanel(CodeWriter writer, LinearBatchKernel kernel, string name, int width)
    {
        int tileRows = LinearBatchKernel.TileRows(width);
        string b = kernel.HasBias ? "ref b, " : "";
        using (KernelEmitter.Method(writer, $"{name}_Panel{width}", Parameters(kernel.HasBias, "int rows")))
        {
            writer.Line("int row = 0;");
            using (writer.Block($"for (; row + {tileRows} <= rows; row += {tileRows})"))
            {
                writer.Line($"{name}_Tile{width}(ref x, ref w, {b}ref y);");
                writer.Line($"x = {Code.At("x", $"{tileRows} * SampleStride")}; y = {Code.At("y", $"{tileRows} * SampleStride")};");
            }

            using (writer.Block("for (; row < rows; row++)"))
            {
                writer.Line($"{name}_Sample{width}(ref x, ref w, {b}ref y);");
                writer.Line($"x = {Code.At("x", "SampleStride")}; y = {Code.At("y", "SampleStride")};");
            }
        }
    }

    /// <summary>Some samples by one panel, as a register tile.</summary>
    private static void EmitTile(CodeWriter writer, LinearBatchKernel kernel, string method, int width)
    {
        int[] rows = [.. Enumerable.Range(0, LinearBatchKernel.TileRows(width))];
        int[] vectors = [.. Enumerable.Range(0, width / 8)];
        using (KernelEmitter.Method(writer, method, Parameters(kernel.HasBias)))
        {
            IEnumerable<string> samples = rows.Select(row => $"x{row} = {Code.At("x", row == 0 ? "0" : $"{row} * SampleStride")}");
            writer.Line($"ref float {string.Join(", ", samples)};");
            foreach (int row in rows)
            {
                string Initial(int v) => kernel.HasBias ? Code.Load("b", 8 * v) : "F8.Zero";
                writer.Line("F8 " + string.Join(", ", vectors.Select(v => $"a{row}_{v} = {Initial(v)}")) + ";");
            }

            writer.Line($"F8 e, {string.Join(", ", vectors.Select(v => $"w{v}"))};");
            int unroll = Math.Min(Unroll, kernel.InFeatures);
            writer.Line("nint k = 0;");
            using (writer.Block($"for (; k < {kernel.InFeatures / unroll * unroll}; k += {unroll})"))
            {
                EmitTileSteps(writer, rows, vectors, unroll, width);
                writer.Line($"w = {Code.At("w", unroll * width)};");
            }

            EmitTileSteps(writer, rows, vectors, kernel.InFeatures % unroll, width);
            foreach (int row in rows)
            {
                writer.Line($"ref float y{row} = {Code.At("y", row == 0 ? "0" : $"{row} * SampleStride")};");
                writer.Line(string.Join(" ", vectors.Select(v => Code.Store(
                    kernel.Activation is { } f && f.IsCheap() ? Code.Activate(f, $"a{row}_{v}") : $"a{row}_{v}", $"y{row}", 8 * v))));
            }

            if (kernel.Activation is { } costly && !costly.IsCheap())
            {
                using (writer.Block($"for (int row = 0; row < {rows.Length}; row++)"))
                {
                    foreach (int v in vectors)
                    {
                        writer.Line(Code.Store(Code.Activate(costly, Code.Load("y", 8 * v)), "y", 8 * v));
                    }

                    writer.Line($"y = {Code.At("y", "SampleStride")};");
                }
            }
        }
    }

    private static void EmitTileSteps(CodeWriter writer, int[] rows, int[] vectors, int steps, int width)
    {
        for (int step = 0; step < steps; step++)
        {
            int k = step;
            writer.Line(string.Join(" ", vectors.Select(v => $"w{v} = {Code.Load("w", k * width + 8 * v)};")));
            foreach (int row in rows)
            {
                string index = k == 0 ? "k" : $"k + {k}";
                writer.Line($"e = V.Create(Unsafe.Add(ref x{row}, {index})); " + string.Join(" ", vectors.Select(v =>
                    $"a{row}_{v} = {Code.MultiplyAdd("e", $"w{v}", $"a{row}_{v}")};")));
            }
        }
    }
}
