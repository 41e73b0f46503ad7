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
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitPanels(writer, kernel.Classes, "0", PanelDispatch.Count(kernel.Classes), name,
                $"ref x, {Code.At("w", $"lane * {kernel.X.Size}")}, {Code.At("y", "lane")}");
            PixelLoops.ClearTail(writer, "y", new Layout(kernel.Classes, 1, 1, Layout.RoundUp(kernel.Classes), default));
        }

        EmitMethods(writer, kernel.Classes, name, ["x", "w", "y"], vectors =>
        {
            Declare(writer, vectors, v => $"a{v} = W.Zero");
            (int runs, int length, int gap) = Runs(kernel.X);
            using (writer.Loop("run", runs))
            {
                EmitSums(writer, vectors, "x", length, v =>
                    $"T d{v} = W.Subtract(e, {Wide.Load("w", v)}); s{v} = {Wide.MultiplyAdd($"d{v}", $"d{v}", $"s{v}")};");
                if (runs > 1)
                {
                    writer.Line($"x = {Code.At("x", length + gap)}; w = {Wide.At("w", gap * vectors.Length)};");
                }
            }

            Each(writer, vectors, v => Wide.Store($"a{v}", "y", v));
        });
    }

    public static void Emit(CodeWriter writer, RbfInputGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitPanels(writer, kernel.X.Size, "0", PanelDispatch.Count(kernel.X.Size), name,
                $"{Code.At("x", "lane")}, {Code.At("w", $"lane * {kernel.Classes}")}, ref dy, {Code.At("dx", "lane")}");
            EmitGaps(writer, kernel.X);
        }

        EmitMethods(writer, kernel.X.Size, name, ["x", "w", "dy", "dx"], vectors =>
        {
            Declare(writer, vectors, v => $"x{v} = {Wide.Load("x", v)}, a{v} = W.Zero");
            EmitSums(writer, vectors, "dy", kernel.Classes, v =>
                $"s{v} = {Wide.MultiplyAdd($"W.Subtract(x{v}, {Wide.Load("w", v)})", "e", $"s{v}")};");
            Each(writer, vectors, v => Wide.Store(Wide.Add($"a{v}", $"a{v}"), "dx", v));
        });
    }

    public static void Emit(CodeWriter writer, RbfWeightGradientKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            EmitPanels(writer, kernel.Classes, "begin", "end", name,
                $"ref x, {Code.At("w", $"lane * {kernel.Features}")}, {Code.At("dy", "lane")}, {Code.At("dw", $"lane * {kernel.Features}")}");
        }

        EmitMethods(writer, kernel.Classes, name, ["x", "w", "dy", "dw"], vectors =>
        {
            Declare(writer, vectors, v => $"g{v} = W.Multiply({Wide.Load("dy", v)}, W.Create(2f))");
            EmitElements(writer, "x", "0", Code.Int(kernel.Features), vectors.Length, () =>
            {
                Each(writer, vectors, v => Wide.Store(
                    Wide.MultiplyAdd($"W.Subtract({Wide.Load("w", v)}, e)", $"g{v}", Wide.Load("dw", v)), "dw", v));
                writer.Line($"dw = {Wide.At("dw", vectors.Length)};");
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

    private static void EmitPanels(CodeWriter writer, int channels, string begin, string end, string name, string arguments)
    {
        using (writer.Block($"for (int panel = {begin}; panel < {end}; panel++)"))
        {
            PanelDispatch.Emit(writer, channels, "panel", vectors => $"{name}_Panel{vectors}", arguments);
        }
    }

    /// <summary>A method for each width of a panel.</summary>
    private static void EmitMethods(CodeWriter writer, int channels, string name, string[] operands, Action<int[]> body)
    {
        foreach (int vectors in Panels.Kinds(channels))
        {
            writer.Line();
            using (KernelEmitter.Method(writer, $"{name}_Panel{vectors}", [.. operands.Select(operand => $"ref float {operand}")]))
            {
                body([.. Enumerable.Range(0, vectors)]);
            }
        }
    }

    /// <summary>Steps that add elements to <c>s0</c>, <c>s1</c>, …; each chunk's sums are added to <c>a0</c>, <c>a1</c>, ….</summary>
    private static void EmitSums(CodeWriter writer, int[] vectors, string elements, int count, Func<int, string> step)
    {
        int length = Math.Max(MinChunkLength, (int)Math.Ceiling(Math.Sqrt(count)));
        using (writer.Block($"for (int first = 0; first < {count}; first += {length})"))
        {
            Declare(writer, vectors, v => $"s{v} = W.Zero");
            EmitElements(writer, elements, "first", $"Math.Min(first + {length}, {count})", vectors.Length, () =>
                Each(writer, vectors, step));
            Each(writer, vectors, v => $"a{v} = W.Add(a{v}, s{v});");
        }
    }

    /// <summary>One element <c>e</c> after the other, each with its row of the panel.</summary>
    private static void EmitElements(CodeWriter writer, string elements, string begin, string end, int vectors, Action step)
    {
        using (writer.Block($"for (int k = {begin}, end = {end}; k < end; k++)"))
        {
            writer.Line($"T e = W.Create(Unsafe.Add(ref {elements}, k));");
            step();
            writer.Line($"w = {Wide.At("w", vectors)};");
        }
    }

    private static void Declare(CodeWriter writer, int[] vectors, Func<int, string> declaration) =>
        writer.Line($"T {string.Join(", ", vectors.Select(declaration))};");

    private static void Each(CodeWriter writer, int[] vectors, Func<int, string> statement) =>
        writer.Line(string.Join("\n", vectors.Select(statement)));
}
