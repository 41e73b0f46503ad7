using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>What pools and their gradients share: the walk over the output and the clipping of windows at the border.</summary>
internal static class PoolWindows
{
    /// <summary>Larger windows are looped over.</summary>
    private const int MaxUnrolledTaps = 25;

    /// <summary>Loops over all output pixels <c>i, j</c>; windows inside the input take the short way.</summary>
    public static void Walk(CodeWriter writer, PoolAxis rows, PoolAxis columns, Action interior, Action border)
    {
        using (writer.Block($"for (int i = 0; i < {rows.Output}; i++)"))
        {
            using (writer.Block($"for (int j = 0; j < {columns.Output}; j++)"))
            {
                bool canUnroll = CanUnroll(rows, columns);
                if (canUnroll && rows.IsInterior && columns.IsInterior)
                {
                    interior();
                    return;
                }

                string[] inside = [.. Inside("i", rows), .. Inside("j", columns)];
                bool anyInside = rows.InteriorBegin < rows.InteriorEnd && columns.InteriorBegin < columns.InteriorEnd;
                if (!canUnroll || !anyInside)
                {
                    border();
                    return;
                }

                using (writer.Block($"if ({string.Join(" && ", inside)})"))
                {
                    interior();
                }

                using (writer.Block("else"))
                {
                    border();
                }
            }
        }
    }

    public static bool CanUnroll(PoolAxis rows, PoolAxis columns) => rows.Window?.Kernel * columns.Window?.Kernel <= MaxUnrolledTaps;

    /// <summary>Element offsets of all taps of a window.</summary>
    public static int[] Offsets(PoolAxis rows, PoolAxis columns, Layout x) =>
    [
        .. from u in Enumerable.Range(0, rows.Window!.Value.Kernel)
           from v in Enumerable.Range(0, columns.Window!.Value.Kernel)
           select u * rows.Step * x.RowStride + v * columns.Step * x.ChannelStride,
    ];

    /// <summary>The offset of tap <c>u, v</c>.</summary>
    public static string TapOffset(PoolAxis rows, PoolAxis columns, Layout x) =>
        Code.Sum(("u", rows.Step * x.RowStride), ("v", columns.Step * x.ChannelStride));

    /// <summary>Declares the first element of window <c>i, j</c>; it may lie in the halo.</summary>
    public static void EmitOrigin(CodeWriter writer, PoolAxis rows, PoolAxis columns, string name, string tensor, Layout x)
    {
        ((string, int) row, int top) = First(rows, "i", x.RowStride);
        ((string, int) column, int left) = First(columns, "j", x.ChannelStride);
        writer.Line($"ref float {name} = {Code.At(tensor, Code.Sum(row, column, ("", x.At(top, left))))};");
    }

    /// <summary>Declares pixel <c>i, j</c>.</summary>
    public static void EmitPixel(CodeWriter writer, string name, string tensor, Layout y) =>
        writer.Line($"ref float {name} = {Code.At(tensor, Code.Sum(("i", y.RowStride), ("j", y.ChannelStride), ("", y.At(0, 0))))};");

    /// <summary>The taps of window (i, j) that lie in the input, and its divisor for a mean.</summary>
    public static void EmitBounds(CodeWriter writer, PoolAxis rows, PoolAxis columns, bool hasArea, bool countIncludePad)
    {
        EmitBounds(writer, rows, "i", "u");
        EmitBounds(writer, columns, "j", "v");
        if (hasArea)
        {
            string area = countIncludePad
                ? $"({PaddedExtent(rows, "i")}) * ({PaddedExtent(columns, "j")})"
                : "(uEnd - uBegin) * (vEnd - vBegin)";
            writer.Line($"int area = {area};");
        }
    }

    /// <summary>Loops over the taps between the bounds.</summary>
    public static CodeWriter.Scope ClippedLoops(CodeWriter writer)
    {
        writer.Line("for (int u = uBegin; u < uEnd; u++)");
        return writer.Block("for (int v = vBegin; v < vEnd; v++)");
    }

    private static IEnumerable<string> Inside(string variable, PoolAxis axis)
    {
        if (axis.InteriorBegin > 0)
        {
            yield return $"{variable} >= {axis.InteriorBegin}";
        }

        if (axis.InteriorEnd < axis.Output)
        {
            yield return $"{variable} < {axis.InteriorEnd}";
        }
    }

    /// <summary>The first input of a window: a term and a constant.</summary>
    private static ((string Variable, int Factor) Term, int Constant) First(PoolAxis axis, string output, int stride) =>
        axis.Window is { } w ? ((output, w.Stride * stride), -w.PadBefore) : (($"{output} * {axis.Input} / {axis.Output}", stride), 0);

    private static void EmitBounds(CodeWriter writer, PoolAxis axis, string output, string tap)
    {
        if (axis.Window is not { } w)
        {
            string after = $"(({output} + 1) * {axis.Input} + {axis.Output - 1}) / {axis.Output}";
            writer.Line($"int {tap}Begin = 0, {tap}End = {after} - {output} * {axis.Input} / {axis.Output};");
            return;
        }

        string first = Code.Sum((output, w.Stride), ("", -w.PadBefore));
        string round = w.Dilation == 1 ? "" : $" + {w.Dilation - 1}";
        string over = w.Dilation == 1 ? "" : $" / {w.Dilation}";
        string Divide(string expression) => over == "" ? expression : $"({expression}{round}){over}";
        string begin = $"Math.Max(0, {Divide($"-({first})")})";
        string end = $"Math.Min({w.Kernel}, {Divide($"{axis.Input} - ({first})")})";
        writer.Line($"int {tap}Begin = {begin}, {tap}End = {end};");
    }

    /// <summary>Elements of a window up to the end of the padding.</summary>
    private static string PaddedExtent(PoolAxis axis, string output)
    {
        Window w = axis.Window!.Value;
        return $"Math.Min({w.Kernel}, {axis.Input + w.PadAfter} - ({Code.Sum((output, w.Stride), ("", -w.PadBefore))}))";
    }
}
