using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Zero padding and cropping: the rows that input and output share are copied as runs of elements.</summary>
internal static class ShiftEmitter
{
    public static void Emit(CodeWriter writer, ShiftKernel kernel, string name)
    {
        (Layout x, Layout y) = (kernel.X, kernel.Y);
        int top = Math.Max(0, kernel.Top), left = Math.Max(0, kernel.Left);
        int rows = Math.Min(y.Height, x.Height + kernel.Top) - top, columns = Math.Min(y.Width, x.Width + kernel.Left) - left;
        using (KernelEmitter.Method(writer, kernel, name))
        {
            if (rows < y.Height || columns < y.Width)
            {
                writer.Line($"MemoryMarshal.CreateSpan(ref y, {y.Size}).Clear();");
            }

            using (writer.Block($"for (int i = 0; i < {rows}; i++)"))
            {
                string from = Code.At("x", Code.Sum(("i", x.RowStride), ("", x.At(top - kernel.Top, left - kernel.Left))));
                string to = Code.At("y", Code.Sum(("i", y.RowStride), ("", y.At(top, left))));
                writer.Line(Code.Copy(to, from, columns * y.ChannelStride));
            }
        }
    }
}
