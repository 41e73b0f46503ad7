using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// Squared distances: panels of classes, or of features for the input gradient, against one element after the other. Chunks of them
/// are summed up in turn, as many as a chunk has elements, so that rounding hardly grows with their number.
/// </summary>
internal static class RbfEmitter
{
    /// <summary>Shorter chunks are not worth their loops.</summary>
    private const int MinChunkLength = 32;

    public static void Emit(CodeWriter writer, RbfKernel kernel, string name)
    {
        EquatableArray<int> widths = Panels.Widths(kernel.Classes);
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitPanels(writer, widths, Code.Int(0), Code.Int(widths.Count), group =>
                $"{name}_Panel{group.Width}(ref x, {Code.At("w", $"lane * {kernel.X.Size}")}, {Code.At("y", "lane")});");
            PixelLoops.ClearTail(writer, "y", new Layout(kernel.Classes, 1, 1, widths.Sum(), default));
        }

        EmitMethods(writer, widths, name, ["x", "w", "y"], vectors =>
        {
            Declare(writer, vectors, v => $"a{v} = F8.Zero");
            int width = 8 * vectors.Length;
            (int runs, int length, int gap) = Runs(kernel.X);
            using (writer.Loop("run", runs))
            {
                EmitSums(writer, vectors, "x", length, v =>
                    $"F8 d{v} = e - {Code.Load("w", 8 * v)}; s{v} = {Code.MultiplyAdd($"d{v}", $"d{v}", $"s{v}")};");
                if (runs > 1)
                {
                    writer.Line($"x = {Code.At("x", length + gap)}; w = {Code.At("w", gap * width)};");
                }
            }

            Each(writer, vectors, v => Code.Store($"a{v}", "y", 8 * v));
        });
    }

    public static void Emit(CodeWriter writer, RbfInputGradientKernel kernel, string name)
    {
        EquatableArray<int> widths = Panels.Widths(kernel.X.Size);
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitPanels(writer, widths, Code.Int(0), Code.Int(widths.Count), group =>
                $"{name}_Panel{group.Width}({Code.At("x", "lane")}, {Code.At("w", $"lane * {kernel.Classes}")}, " +
                $"ref dy, {Code.At("dx", "lane")});");
            EmitGaps(writer, kernel.X);
        }

        EmitMethods(writer, widths, name, ["x", "w", "dy", "dx"], vectors =>
        {
            Declare(writer, vectors, v => $"x{v} = {Code.Load("x", 8 * v)}, a{v} = F8.Zero");
            EmitSums(writer, vectors, "dy", kernel.Classes, v =>
                $"s{v} = {Code.MultiplyAdd($"x{v} - {Code.Load("w", 8 * v)}", "e", $"s{v}")};");
            Each(writer, vectors, v => Code.Store($"(a{v} + a{v})", "dx", 8 * v));
        });
    }

    public static void Emit(CodeWriter writer, RbfWeightGradientKernel kernel, string name)
    {
        EquatableArray<int> widths = Panels.Widths(kernel.Classes);
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitPanels(writer, widths, "begin", "end", group =>
                $"{name}_Panel{group.Width}(ref x, {Code.At("w", $"lane * {kernel.Features}")}, {Code.At("dy", "lane")}, " +
                $"{Code.At("dw", $"lane * {kernel.Features}")});");
        }

        EmitMethods(writer, widths, name, ["x", "w", "dy", "dw"], vectors =>
        {
            Declare(writer, vectors, v => $"g{v} = {Code.Load("dy", 8 * v)} * 2f");
            EmitElements(writer, "x", "0", Code.Int(kernel.Features), 8 * vectors.Length, () =>
            {
                Each(writer, vectors, v => Code.Store(
                    Code.MultiplyAdd($"{Code.Load("w", 8 * v)} - e", $"g{v}", Code.Load("dw", 8 * v)), "dw", 8 * v));
                writer.Line($"dw = {Code.At("dw", 8 * vectors.Length)};");
            });
        });
    }

    /// <summary>Runs of channels, and the padding channels behind each.</summary>
    private static (int Count, int Length, int Gap) Runs(Layout x) => x.Channels == x.ChannelStride
        ? (1, x.Size, 0)
        : (x.Height * x.Width, x.Channels, x.ChannelStride - x.Channels);

    private static void EmitGaps(CodeWriter writer, Layout dx)
    {
        (int runs, int length, int gap) = Runs(dx);
        if (gap > 0)
        {
            using (writer.Loop("run", runs))
            {
                PixelLoops.ClearTail(writer, "dx", dx);
                if (runs > 1)
                {
                    writer.Line($"dx = {Code.At("dx", length + gap)};");
                }
            }
        }
    }

    private static void EmitPanels(CodeWriter writer, EquatableArray<int> widths, string begin, string end, Func<PanelGroup, string> call)
    {
        using (writer.Block($"for (int panel = {begin}; panel < {end}; panel++)"))
        {
            PanelDispatch.Emit(writer, widths, "panel", call);
        }
    }

    /// <summary>A method for each width of a panel.</summary>
    private static void EmitMethods(CodeWriter writer, EquatableArray<int> widths, string name, string[] operands, Action<int[]> body)
    {
        foreach (int width in widths.Distinct())
        {
            writer.Line();
            using (KernelEmitter.Method(writer, $"{name}_Panel{width}", [.. operands.Select(operand => $"ref float {operand}")]))
            {
                body([.. Enumerable.Range(0, width / 8)]);
            }
        }
    }

    /// <summary>Steps that add elements to <c>s0</c>, <c>s1</c>, …; each chunk's sums are added to <c>a0</c>, <c>a1</c>, ….</summary>
    private static void EmitSums(CodeWriter writer, int[] vectors, string elements, int count, Func<int, string> step)
    {
        int length = Math.Max(MinChunkLength, (int)Math.Ceiling(Math.Sqrt(count)));
        using (writer.Block($"for (int first = 0; first < {count}; first += {length})"))
        {
            Declare(writer, vectors, v => $"s{v} = F8.Zero");
            EmitElements(writer, elements, "first", $"Math.Min(first + {length}, {count})", 8 * vectors.Length, () =>
                Each(writer, vectors, step));
            Each(writer, vectors, v => $"a{v} += s{v};");
        }
    }

    /// <summary>One element <c>e</c> after the other, each with its row of the panel.</summary>
    private static void EmitElements(CodeWriter writer, string elements, string begin, string end, int width, Action step)
    {
        using (writer.Block($"for (int k = {begin}, end = {end}; k < end; k++)"))
        {
            writer.Line($"F8 e = V.Create(Unsafe.Add(ref {elements}, k));");
            step();
            writer.Line($"w = {Code.At("w", width)};");
        }
    }

    private static void Declare(CodeWriter writer, int[] vectors, Func<int, string> declaration) =>
        writer.Line($"F8 {string.Join(", ", vectors.Select(declaration))};");

    private static void Each(CodeWriter writer, int[] vectors, Func<int, string> statement) =>
        writer.Line(string.Join("\n", vectors.Select(statement)));
}
