using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// A register tile: <c>MR</c> rows (pixels, samples or inputs) by <c>NR</c> lanes, in accumulators <c>a{row}_{vector}</c>. A step
/// loads NR/8 vectors, broadcasts one element per row and multiplies and adds.
/// </summary>
/// <param name="rows">Element offset of each row in the broadcast operand.</param>
internal sealed class Tile(CodeWriter writer, IReadOnlyList<int> rows, int width)
{
    public int Vectors => width / 8;

    /// <summary>Multiply-adds and loads of one step: a measure of its code size.</summary>
    public int StepSize => rows.Count * (Vectors + 1) + Vectors;

    private IEnumerable<int> VectorIndices => Enumerable.Range(0, Vectors);

    /// <summary>Declares the accumulators; <paramref name="initial"/> gives each its first value.</summary>
    public void Declare(Func<int, int, string> initial)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            writer.Line("F8 " + string.Join(", ", VectorIndices.Select(v => $"a{row}_{v} = {initial(row, v)}")) + ";");
        }
    }

    /// <summary>
    /// One step: the lanes at <paramref name="lanes"/>, the elements at <paramref name="elements"/>, both plus constant offsets.
    /// </summary>
    public void Step(string elements, int elementOffset, string lanes, int laneOffset)
    {
        writer.Line(string.Join(" ", VectorIndices.Select(v => $"w{v} = {Code.Load(lanes, laneOffset + 8 * v)};")));
        for (int row = 0; row < rows.Count; row++)
        {
            int current = row;
            writer.Line(
                $"e = {Code.Broadcast(elements, elementOffset + rows[row])}; " +
                string.Join(" ", VectorIndices.Select(v => $"a{current}_{v} = {Code.MultiplyAdd("e", $"w{v}", $"a{current}_{v}")};")));
        }
    }

    /// <summary>
    /// All taps of a kernel row over one channel, when rows are neighbouring pixels: an element serves every pixel that reads it. One
    /// vector of lanes.
    /// </summary>
    /// <param name="distance">Elements from one pixel, and one tap, to the next.</param>
    public void SharedSteps(string elements, int distance, string lanes, int taps)
    {
        writer.Line(string.Join(" ", Enumerable.Range(0, taps).Select(tap => $"w{tap} = {Code.Load(lanes, 8 * tap)};")));
        for (int element = 0; element < rows.Count + taps - 1; element++)
        {
            int current = element;
            IEnumerable<string> sums = Enumerable.Range(0, taps).Where(tap => current >= tap && current - tap < rows.Count)
                .Select(tap => $"a{current - tap}_0 = {Code.MultiplyAdd("e", $"w{tap}", $"a{current - tap}_0")};");
            writer.Line($"e = {Code.Broadcast(elements, element * distance)}; {string.Join(" ", sums)}");
        }
    }

    /// <summary>Declares what steps use: an element, and the weights of so many taps.</summary>
    public void DeclareOperands(int taps = 1) =>
        writer.Line($"F8 e, {string.Join(", ", Enumerable.Range(0, Vectors * taps).Select(v => $"w{v}"))};");

    /// <summary>Adds all accumulators to memory, <paramref name="rowOffset"/> apart by row.</summary>
    public void Add(string to, Func<int, int> rowOffset)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            int current = row;
            writer.Line(string.Join(" ", VectorIndices.Select(v =>
            {
                int offset = rowOffset(current) + 8 * v;
                return Code.Store($"({Code.Load(to, offset)} + a{current}_{v})", to, offset);
            })));
        }
    }

    /// <summary>Stores all accumulators, <paramref name="rowOffset"/> apart by row.</summary>
    /// <param name="transform">What to store, from an accumulator and its vector; null: the accumulator.</param>
    public void Store(string to, Func<int, int> rowOffset, Func<string, int, string>? transform = null)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            int current = row;
            writer.Line(string.Join(" ", VectorIndices.Select(v =>
                Code.Store(transform is null ? $"a{current}_{v}" : transform($"a{current}_{v}", v), to, rowOffset(current) + 8 * v))));
        }
    }
}
