using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Mirrored, repeated or wrapped borders: each padded row and column has a source, known at compile time.</summary>
internal static class BorderPadEmitter
{
    public static void Emit(CodeWriter writer, BorderPadKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            using (EmitPixels(writer, kernel.Mode, kernel.Border, kernel.X, kernel.Y, "x", "y"))
            {
                writer.Line(PixelLoops.Store(PixelLoops.Load("xt"), "yt"));
            }
        }
    }

    public static void Emit(CodeWriter writer, BorderPadGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            writer.Line($"MemoryMarshal.CreateSpan(ref dx, {kernel.Dx.Size}).Clear();");
            using (EmitPixels(writer, kernel.Mode, kernel.Border, kernel.Dx, kernel.Dy, "dx", "dy"))
            {
                writer.Line(PixelLoops.AddTo("dxt", PixelLoops.Load("dyt")));
            }
        }
    }

    /// <summary>Loops over all vectors of the padded tensor; <c>{name}t</c> are a padded pixel and its source.</summary>
    private static CodeWriter.Scope EmitPixels(
        CodeWriter writer, PaddingMode mode, Halo border, Layout inner, Layout padded, string innerName, string paddedName)
    {
        IEnumerable<int> rows = Enumerable.Range(-border.Top, padded.Height).Select(i => Source(mode, i, inner.Height) * inner.RowStride);
        IEnumerable<int> columns = Enumerable.Range(-border.Left, padded.Width)
            .Select(i => Source(mode, i, inner.Width) * inner.ChannelStride);
        writer.Line($"ReadOnlySpan<int> rows = [{Code.Ints(rows)}];");
        writer.Line($"ReadOnlySpan<int> columns = [{Code.Ints(columns)}];");
        writer.Line("for (int i = 0; i < rows.Length; i++)\nfor (int j = 0; j < columns.Length; j++)");
        CodeWriter.Scope pixel = PixelLoops.Octets(writer, padded.ChannelStride);
        writer.Line($"ref float {innerName}t = {Code.At(innerName, Code.Sum(("rows[i]", 1), ("columns[j]", 1), ("", inner.At(0, 0))))};");
        string place = Code.Sum(("i", padded.RowStride), ("j", padded.ChannelStride), ("", padded.At(0, 0)));
        writer.Line($"ref float {paddedName}t = {Code.At(paddedName, place)};");
        return pixel;
    }

    private static int Source(PaddingMode mode, int index, int length) => mode switch
    {
        PaddingMode.Reflect => index < 0 ? -index : index >= length ? 2 * (length - 1) - index : index,
        PaddingMode.Replicate => Math.Min(Math.Max(index, 0), length - 1),
        _ => (index % length + length) % length,
    };
}
