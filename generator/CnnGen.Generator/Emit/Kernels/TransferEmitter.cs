using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Between the caller's order and kernel layout; zeros around tensors.</summary>
internal static class TransferEmitter
{
    public static void Emit(CodeWriter writer, LoadKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            Layout y = kernel.Y;
            if (y.HasHalo || y.ChannelStride != y.Channels)
            {
                EmitClear(writer, "y", y.Size);
            }

            EmitCopy(writer, y, kernel.ChannelsLast, "x", "y", Copy);
        }
    }

    public static void Emit(CodeWriter writer, StoreKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitCopy(writer, kernel.X, kernel.ChannelsLast, "y", "x", (caller, tensor, length) => Copy(tensor, caller, length));
        }
    }

    public static void Emit(CodeWriter writer, ClearKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitClear(writer, "y", kernel.Length);
        }
    }

    public static void Emit(CodeWriter writer, ClearTailKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            PixelLoops.Pixels(writer, [("y", kernel.Y)], () => PixelLoops.ClearTail(writer, "yt", kernel.Y));
        }
    }

    /// <summary>The first rows, the gaps between rows (right and left together), the last rows.</summary>
    public static void Emit(CodeWriter writer, ClearHaloKernel kernel, string name)
    {
        Layout y = kernel.Y;
        int before = y.At(0, 0);
        int gap = (y.Halo.Left + y.Halo.Right) * y.ChannelStride;
        int after = y.Size - y.At(y.Height - 1, y.Width - 1) - y.ChannelStride;
        using (KernelEmitter.Method(writer, kernel, name))
        {
            if (before > 0)
            {
                EmitClear(writer, "y", before);
            }

            if (gap > 0 && y.Height > 1)
            {
                writer.Line($"ref float gap = {Code.At("y", before + y.Width * y.ChannelStride)};");
                using (writer.Block($"for (int row = 1; row < {y.Height}; row++)"))
                {
                    EmitClear(writer, "gap", gap);
                    writer.Line($"gap = {Code.At("gap", y.RowStride)};");
                }
            }

            if (after > 0)
            {
                writer.Line($"y = {Code.At("y", y.Size - after)};");
                EmitClear(writer, "y", after);
            }
        }
    }

    private static void EmitClear(CodeWriter writer, string origin, int length) =>
        writer.Line(Code.Clear($"ref {origin}", length));

    /// <summary>The statement that copies elements from the first of them on.</summary>
    private static string Copy(string from, string to, int length) =>
        length > 1 ? Code.Copy($"ref {to}", $"ref {from}", length) : $"{to} = {from};";

    /// <summary>Rows or pixels where both orders agree, else single elements.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="layout">The tensor's layout.</param>
    /// <param name="channelsLast">The caller's order.</param>
    /// <param name="caller">The caller's memory.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="copy">The statement, from an element of each and the number of those that follow.</param>
    private static void EmitCopy(
        CodeWriter writer, Layout layout, bool channelsLast, string caller, string tensor, Func<string, string, int, string> copy)
    {
        (int c, int h, int w) = (layout.Channels, layout.Height, layout.Width);
        bool isSameOrder = channelsLast || c == 1 || h * w == 1;
        bool isDense = layout.ChannelStride == c;
        string Origin(params (string, int)[] terms) => Code.Sum([.. terms, ("", layout.At(0, 0))]);
        if (isSameOrder && isDense && (layout.IsContiguous || h == 1))
        {
            writer.Line(copy(caller, Code.Element(tensor, Code.Int(layout.At(0, 0))), h * w * c));
            return;
        }

        using (writer.Loop("row", h))
        {
            string row = h > 1 ? "row" : "0";
            int RowFactor(int factor) => h > 1 ? factor : 0;
            if (isSameOrder && isDense)
            {
                string outer = Code.Element(caller, Code.Sum((row, RowFactor(w * c))));
                writer.Line(copy(outer, Code.Element(tensor, Origin((row, RowFactor(layout.RowStride)))), w * c));
                return;
            }

            using (writer.Loop("column", w))
            {
                string column = w > 1 ? "column" : "0";
                int ColumnFactor(int factor) => w > 1 ? factor : 0;
                string pixel = Origin((row, RowFactor(layout.RowStride)), (column, ColumnFactor(layout.ChannelStride)));
                if (isSameOrder)
                {
                    writer.Line(copy(
                        Code.Element(caller, Code.Sum((row, RowFactor(w * c)), (column, ColumnFactor(c)))),
                        Code.Element(tensor, pixel),
                        c));
                    return;
                }

                using (writer.Block($"for (int c = 0; c < {c}; c++)"))
                {
                    string from = Code.Sum(("c", h * w), (row, RowFactor(w)), (column, ColumnFactor(1)));
                    string to = pixel == "0" ? "c" : $"{pixel} + c";
                    writer.Line(copy(Code.Element(caller, from), Code.Element(tensor, to), 1));
                }
            }
        }
    }
}
