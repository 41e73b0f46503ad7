using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Pools, forward: all channels of a pixel in vectors; windows that reach outside the input are clipped.</summary>
internal static class PoolEmitter
{
    public static void Emit(CodeWriter writer, PoolKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            PoolWindows.Walk(
                writer,
                kernel.Rows,
                kernel.Columns,
                () => EmitPixel(writer, kernel, () => Interior(kernel)),
                () => EmitPixel(writer, kernel, () => EmitClipped(writer, kernel)));
        }
    }

    private static void EmitPixel(CodeWriter writer, PoolKernel kernel, Func<string> window)
    {
        PoolWindows.EmitOrigin(writer, kernel.Rows, kernel.Columns, "xt", "x", kernel.X);
        PoolWindows.EmitPixel(writer, "yt", "y", kernel.Y);
        using (writer.Loop("c", kernel.Y.ChannelStride / Layout.Lanes))
        {
            writer.Line(Octet.Write(Octet.Activate(kernel.Activation, window()), "yt", 0));
            if (kernel.Y.ChannelStride > Layout.Lanes)
            {
                writer.Line(Code.Advance(Layout.Lanes, "xt", "yt"));
            }
        }
    }

    /// <summary>The whole window as one expression, combined in pairs.</summary>
    private static string Interior(PoolKernel kernel)
    {
        int[] offsets = PoolWindows.Offsets(kernel.Rows, kernel.Columns, kernel.X);
        List<string> terms = [.. offsets.Select(offset => Octet.Read("xt", offset))];
        while (terms.Count > 1)
        {
            terms = [.. Enumerable.Range(0, (terms.Count + 1) / 2).Select(i =>
                2 * i + 1 < terms.Count ? Combine(kernel.Kind, terms[2 * i], terms[2 * i + 1]) : terms[2 * i])];
        }

        return kernel.Kind == PoolKind.Average ? Octet.Multiply(terms[0], Octet.Create(1f / offsets.Length)) : terms[0];
    }

    private static string EmitClipped(CodeWriter writer, PoolKernel kernel)
    {
        PoolWindows.EmitBounds(writer, kernel.Rows, kernel.Columns, kernel.Kind == PoolKind.Average, kernel.CountIncludePad);
        if (kernel.Kind == PoolKind.Average && (long)kernel.Rows.MostTaps * kernel.Columns.MostTaps > SumPieces.Longest)
        {
            return EmitLongMean(writer, kernel);
        }

        string initial = kernel.Kind switch
        {
            PoolKind.Max => Octet.Create(float.NegativeInfinity),
            PoolKind.Min => Octet.Create(float.PositiveInfinity),
            _ => Octet.Zero,
        };
        writer.Line($"F8 value = {initial};");
        using (PoolWindows.ClippedLoops(writer))
        {
            string offset = PoolWindows.TapOffset(kernel.Rows, kernel.Columns, kernel.X);
            writer.Line($"value = {Combine(kernel.Kind, "value", Octet.Read(Code.At("xt", offset)))};");
        }

        return kernel.Kind == PoolKind.Average ? "V.Multiply(value, V.Create(1f / area))" : "value";
    }

    /// <summary>The mean of a window too large for a sum in single precision: pieces of its rows are added in double precision.</summary>
    private static string EmitLongMean(CodeWriter writer, PoolKernel kernel)
    {
        writer.Line("WideSum<V, F8> total = default;");
        writer.Line("for (int u = uBegin; u < uEnd; u++)");
        using (writer.Block($"for (int from = vBegin; from < vEnd; from += {SumPieces.Longest})"))
        {
            writer.Line($"F8 piece = V.Zero;\nint last = Math.Min(from + {SumPieces.Longest}, vEnd);");
            string offset = PoolWindows.TapOffset(kernel.Rows, kernel.Columns, kernel.X);
            writer.Line($"for (int v = from; v < last; v++)\n    piece = {Octet.Add("piece", Octet.Read(Code.At("xt", offset)))};");
            writer.Line("total.Add(piece);");
        }

        return "V.Multiply(total.ToSingle(), V.Create(1f / area))";
    }

    private static string Combine(PoolKind kind, string a, string b) => kind switch
    {
        PoolKind.Max => Octet.Function("Extremes", "Max", a, b),
        PoolKind.Min => Octet.Function("Extremes", "Min", a, b),
        _ => Octet.Add(a, b),
    };
}
