using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Gradients of pools. Extremes are found again by comparing the window with its result: the first equal element gets the
/// gradient, or all equal ones share it. NaN equals nothing; where it is the result, a method of its own looks for it.
/// </summary>
internal static class PoolGradientEmitter
{
    public static void Emit(CodeWriter writer, PoolGradientKernel kernel, string name)
    {
        (PoolAxis rows, PoolAxis columns) = (kernel.Pool.Rows, kernel.Pool.Columns);
        bool isPartition = rows.IsPartition && columns.IsPartition && PoolWindows.CanUnroll(rows, columns);
        using (KernelEmitter.Method(writer, kernel, name))
        {
            if (!isPartition)
            {
                writer.Line($"MemoryMarshal.CreateSpan(ref dx, {kernel.Dx.Size}).Clear();");
            }

            PoolWindows.Walk(
                writer,
                rows,
                columns,
                () => EmitPixel(writer, kernel, () => EmitInterior(writer, kernel, name, isPartition)),
                () => EmitPixel(writer, kernel, () => EmitClipped(writer, kernel, name)));
        }

        if (kernel.Pool.Kind != PoolKind.Average)
        {
            writer.Line();
            EmitNaN(writer, kernel, name);
        }
    }

    /// <summary>
    /// The gradient of those channels of a window whose result is NaN: it goes to the last NaN, as in PyTorch, or all of them share it.
    /// </summary>
    private static void EmitNaN(CodeWriter writer, PoolGradientKernel kernel, string name)
    {
        string[] bounds = ["int uBegin", "int uEnd", "int vBegin", "int vEnd"];
        using (KernelEmitter.Method(writer, $"{name}_NaN", ["ref float xt", "ref float yt", "ref float gt", "ref float dxt", .. bounds]))
        {
            string from = PoolWindows.TapOffset(kernel.Pool.Rows, kernel.Pool.Columns, kernel.Pool.X);
            string isNaN = Octet.IsNaN(Octet.Read(Code.At("xt", from)));
            writer.Line("F8 gradient = V.LoadUnsafe(ref gt), open = V.IsNaN(V.LoadUnsafe(ref yt));");
            if (kernel.Ties == Ties.Split)
            {
                writer.Line("F8 hits = V.Zero;");
                using (PoolWindows.ClippedLoops(writer))
                {
                    writer.Line($"hits = {Hits(isNaN)};");
                }

                writer.Line("gradient = V.Divide(gradient, hits);");
            }

            writer.Line("for (int u = uEnd - 1; u >= uBegin; u--)");
            using (writer.Block("for (int v = vEnd - 1; v >= vBegin; v--)"))
            {
                writer.Line($"F8 hit = {Octet.And(isNaN, "open")};");
                if (kernel.Ties == Ties.First)
                {
                    writer.Line("open = V.AndNot(open, hit);");
                }

                EmitAdd(writer, kernel, "V.BitwiseAnd(gradient, hit)");
            }
        }
    }

    /// <summary>Hands over a window in which some channel is NaN.</summary>
    private static void EmitNaNCall(CodeWriter writer, string name, string bounds)
    {
        using (writer.Block("if (!V.EqualsAll(best, best))"))
        {
            writer.Line($"{name}_NaN(ref xt, ref yt, ref gt, ref dxt, {bounds});");
        }
    }

    /// <summary>The number of hits in each lane, one more where a mask is set.</summary>
    private static string Hits(string mask) => Octet.Add("hits", Octet.And(mask, Octet.One));

    /// <summary>Adds to the gradient of tap <c>u, v</c>.</summary>
    private static void EmitAdd(CodeWriter writer, PoolGradientKernel kernel, string value)
    {
        string to = PoolWindows.TapOffset(kernel.Pool.Rows, kernel.Pool.Columns, kernel.Dx);
        writer.Line($"ref float d = {Code.At("dxt", to)};");
        writer.Line(Octet.Write(Octet.Add("V.LoadUnsafe(ref d)", value), "d", 0));
    }

    private static void EmitPixel(CodeWriter writer, PoolGradientKernel kernel, Action window)
    {
        bool isAverage = kernel.Pool.Kind == PoolKind.Average;
        PoolWindows.EmitOrigin(writer, kernel.Pool.Rows, kernel.Pool.Columns, "dxt", "dx", kernel.Dx);
        PoolWindows.EmitPixel(writer, "gt", "dy", kernel.Dy);
        if (!isAverage)
        {
            PoolWindows.EmitOrigin(writer, kernel.Pool.Rows, kernel.Pool.Columns, "xt", "x", kernel.Pool.X);
            PoolWindows.EmitPixel(writer, "yt", "y", kernel.Pool.Y);
        }

        using (writer.Loop("c", kernel.Dy.ChannelStride / Layout.Lanes))
        {
            window();
            if (kernel.Dy.ChannelStride > Layout.Lanes)
            {
                writer.Line(Code.Advance(Layout.Lanes, isAverage ? ["dxt", "gt"] : ["dxt", "gt", "xt", "yt"]));
            }
        }
    }

    private static void EmitInterior(CodeWriter writer, PoolGradientKernel kernel, string name, bool isPartition)
    {
        int[] to = PoolWindows.Offsets(kernel.Pool.Rows, kernel.Pool.Columns, kernel.Dx);
        string Added(string value, int offset) => isPartition ? value : Octet.Add(Octet.Read("dxt", offset), value);
        if (kernel.Pool.Kind == PoolKind.Average)
        {
            writer.Line($"F8 share = {Octet.Multiply("V.LoadUnsafe(ref gt)", Octet.Create(1f / to.Length))};");
            foreach (int offset in to)
            {
                writer.Line(Octet.Write(Added("share", offset), "dxt", offset));
            }

            return;
        }

        int[] from = PoolWindows.Offsets(kernel.Pool.Rows, kernel.Pool.Columns, kernel.Pool.X);
        writer.Line("F8 gradient = V.LoadUnsafe(ref gt), best = V.LoadUnsafe(ref yt), hit;");
        if (kernel.Ties == Ties.Split)
        {
            writer.Line("F8 hits = V.Zero;");
            foreach (int offset in from)
            {
                writer.Line($"hits = {Hits(Octet.Equal(Octet.Read("xt", offset), "best"))};");
            }

            writer.Line("gradient = V.Divide(gradient, hits);");
        }
        else
        {
            writer.Line("F8 open = V.AllBitsSet;");
        }

        for (int tap = 0; tap < to.Length; tap++)
        {
            string equal = Octet.Equal(Octet.Read("xt", from[tap]), "best");
            writer.Line(kernel.Ties == Ties.Split ? $"hit = {equal};" : $"hit = {Octet.And(equal, "open")}; open = V.AndNot(open, hit);");
            writer.Line(Octet.Write(Added("V.BitwiseAnd(gradient, hit)", to[tap]), "dxt", to[tap]));
        }

        EmitNaNCall(writer, name, $"0, {kernel.Pool.Rows.Window!.Value.Kernel}, 0, {kernel.Pool.Columns.Window!.Value.Kernel}");
    }

    private static void EmitClipped(CodeWriter writer, PoolGradientKernel kernel, string name)
    {
        bool isAverage = kernel.Pool.Kind == PoolKind.Average;
        PoolWindows.EmitBounds(writer, kernel.Pool.Rows, kernel.Pool.Columns, isAverage, kernel.Pool.CountIncludePad);
        string from = PoolWindows.TapOffset(kernel.Pool.Rows, kernel.Pool.Columns, kernel.Pool.X);
        if (isAverage)
        {
            writer.Line("F8 share = V.Multiply(V.LoadUnsafe(ref gt), V.Create(1f / area));");
            using (PoolWindows.ClippedLoops(writer))
            {
                EmitAdd(writer, kernel, "share");
            }

            return;
        }

        writer.Line("F8 gradient = V.LoadUnsafe(ref gt), best = V.LoadUnsafe(ref yt);");
        string equal = Octet.Equal(Octet.Read(Code.At("xt", from)), "best");
        if (kernel.Ties == Ties.Split)
        {
            writer.Line("F8 hits = V.Zero;");
            using (PoolWindows.ClippedLoops(writer))
            {
                writer.Line($"hits = {Hits(equal)};");
            }

            writer.Line("gradient = V.Divide(gradient, hits);");
        }
        else
        {
            writer.Line("F8 open = V.AllBitsSet;");
        }

        using (PoolWindows.ClippedLoops(writer))
        {
            writer.Line(kernel.Ties == Ties.Split
                ? $"F8 hit = {equal};"
                : $"F8 hit = {Octet.And(equal, "open")};\nopen = V.AndNot(open, hit);");
            EmitAdd(writer, kernel, "V.BitwiseAnd(gradient, hit)");
        }

        EmitNaNCall(writer, name, "uBegin, uEnd, vBegin, vEnd");
    }
}
