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
        EmitPanels(writer, kernel, kernel.InFeatures, kernel.HasBias, name, "");
        foreach (int vectors in Panels.Kinds(kernel.OutFeatures))
        {
            writer.Line();
            EmitSample(writer, $"{name}_Panel{vectors}", kernel.InFeatures, vectors, kernel.HasBias, kernel.Activation);
        }
    }

    public static void Emit(CodeWriter writer, LinearBatchKernel kernel, string name)
    {
        EmitPanels(writer, kernel, kernel.InFeatures, kernel.HasBias, name, ", rows");
        foreach (int vectors in Panels.Kinds(kernel.OutFeatures))
        {
            writer.Line();
            EmitBatchPanel(writer, kernel, name, vectors);
            writer.Line();
            EmitTile(writer, kernel, $"{name}_Tile{vectors}", vectors);
            writer.Line();
            EmitSample(writer, $"{name}_Sample{vectors}", kernel.InFeatures, vectors, kernel.HasBias, kernel.Activation);
        }
    }

    private static void EmitPanels(CodeWriter writer, Kernel kernel, int inFeatures, bool hasBias, string name, string rows)
    {
        using CodeWriter.Scope method = KernelEmitter.Method(writer, kernel, name);
        using CodeWriter.Scope panels = writer.Block("for (int panel = begin; panel < end; panel++)");
        string b = hasBias ? ", " + Code.At("b", "lane") : "";
        PanelDispatch.Emit(
            writer, kernel.PanelChannels, "panel", vectors => $"{name}_Panel{vectors}",
            $"ref x, {Code.At("w", $"lane * {inFeatures}")}{b}, {Code.At("y", "lane")}{rows}");
    }

    private static string[] Parameters(bool hasBias, params string[] more) =>
        ["ref float x", "ref float w", .. hasBias ? new[] { "ref float b" } : [], "ref float y", .. more];

    private static string Initial(bool hasBias, int vector) => hasBias ? Wide.Load("b", vector) : "W.Zero";

    /// <summary>One sample by one panel: four inputs at a time, each with accumulators of its own.</summary>
    private static void EmitSample(CodeWriter writer, string method, int inFeatures, int vectors, bool hasBias, Activation? activation)
    {
        int inFlight = Math.Min(Unroll, inFeatures);
        using (KernelEmitter.Method(writer, method, Parameters(hasBias)))
        {
            for (int k = 0; k < inFlight; k++)
            {
                int part = k;
                IEnumerable<string> sums = Enumerable.Range(0, vectors).Select(v => $"a{part}_{v} = {Initial(hasBias && part == 0, v)}");
                writer.Line($"T {string.Join(", ", sums)};");
            }

            writer.Line("T e;");
            using (writer.Loop("k", inFeatures / inFlight))
            {
                EmitSampleSteps(writer, vectors, inFlight);
                writer.Line($"x = {Code.At("x", inFlight)}; w = {Wide.At("w", inFlight * vectors)};");
            }

            EmitSampleSteps(writer, vectors, inFeatures % inFlight);
            for (int v = 0; v < vectors; v++)
            {
                string sum = Wide.Add([.. Enumerable.Range(0, inFlight).Select(k => $"a{k}_{v}")]);
                writer.Line(Wide.Store(Wide.Activate(activation, sum), "y", v));
            }
        }
    }

    private static void EmitSampleSteps(CodeWriter writer, int vectors, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            int part = k;
            writer.Line($"e = {Wide.Broadcast("x", k)}; " + string.Join(" ", Enumerable.Range(0, vectors).Select(v =>
                $"a{part}_{v} = {Wide.MultiplyAdd("e", Wide.Load("w", part * vectors + v), $"a{part}_{v}")};")));
        }
    }

    /// <summary>All samples by one panel.</summary>
    private static void EmitBatchPanel(CodeWriter writer, LinearBatchKernel kernel, string name, int vectors)
    {
        int tileRows = Machine.TileRowsAnywhere(vectors);
        string b = kernel.HasBias ? "ref b, " : "";
        using (KernelEmitter.Method(writer, $"{name}_Panel{vectors}", Parameters(kernel.HasBias, "int rows")))
        {
            writer.Line("int row = 0;");
            using (writer.Block($"for (; row + {tileRows} <= rows; row += {tileRows})"))
            {
                writer.Line($"{name}_Tile{vectors}(ref x, ref w, {b}ref y);");
                writer.Line($"x = {Code.At("x", $"{tileRows} * SampleStride")}; y = {Code.At("y", $"{tileRows} * SampleStride")};");
            }

            using (writer.Block("for (; row < rows; row++)"))
            {
                writer.Line($"{name}_Sample{vectors}(ref x, ref w, {b}ref y);");
                writer.Line($"x = {Code.At("x", "SampleStride")}; y = {Code.At("y", "SampleStride")};");
            }
        }
    }

    /// <summary>Some samples by one panel, as a register tile.</summary>
    private static void EmitTile(CodeWriter writer, LinearBatchKernel kernel, string method, int vectors)
    {
        int[] rows = [.. Enumerable.Range(0, Machine.TileRowsAnywhere(vectors))];
        var tile = new Tile(writer, [.. rows.Select(row => (Size)row)], vectors);
        using (KernelEmitter.Method(writer, method, Parameters(kernel.HasBias)))
        {
            IEnumerable<string> samples = rows.Select(row => $"x{row} = {Code.At("x", row == 0 ? "0" : $"{row} * SampleStride")}");
            writer.Line($"ref float {string.Join(", ", samples)};");
            tile.Declare((_, v) => Initial(kernel.HasBias, v));
            tile.DeclareOperands();
            int unroll = Math.Min(Unroll, kernel.InFeatures);
            writer.Line("nint k = 0;");
            using (writer.Block($"for (; k < {kernel.InFeatures / unroll * unroll}; k += {unroll})"))
            {
                EmitTileSteps(tile, unroll);
                writer.Line($"w = {Wide.At("w", unroll * vectors)};");
            }

            EmitTileSteps(tile, kernel.InFeatures % unroll);
            foreach (int row in rows)
            {
                writer.Line($"ref float y{row} = {Code.At("y", row == 0 ? "0" : $"{row} * SampleStride")};");
                writer.Line(string.Join(" ", Enumerable.Range(0, vectors).Select(v =>
                    Wide.Store(SumActivation.Stored(kernel.Activation, $"a{row}_{v}"), $"y{row}", v))));
            }

            SumActivation.EmitCostly(
                writer, kernel.Activation, $"for (int row = 0; row < {rows.Length}; row++)", "y", "SampleStride", vectors);
        }
    }

    private static void EmitTileSteps(Tile tile, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            string index = step == 0 ? "k" : $"k + {step}";
            tile.Step(row => $"W.Create(Unsafe.Add(ref x{row}, {index}))", "w", step * tile.Vectors);
        }
    }
}
