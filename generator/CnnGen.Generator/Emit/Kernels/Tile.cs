namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// A register tile: <c>MR</c> rows (pixels, samples or inputs) by some vectors, in accumulators <c>a{row}_{vector}</c>. A step loads the
/// vectors, broadcasts one element per row and multiplies and adds.
/// </summary>
/// <param name="rows">Element offset of each row in the broadcast operand.</param>
internal sealed class Tile(CodeWriter writer, IReadOnlyList<Size> rows, int vectors)
{
    public int Vectors => vectors;

    /// <summary>Multiply-adds and loads of one step: a measure of its code size.</summary>
    public int StepSize => rows.Count * (Vectors + 1) + Vectors;

    private IEnumerable<int> VectorIndices => Enumerable.Range(0, Vectors);

    /// <summary>Declares the accumulators; <paramref name="initial"/> gives each its first value.</summary>
    public void Declare(Func<int, int, string> initial)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            writer.Line("T " + string.Join(", ", VectorIndices.Select(v => $"a{row}_{v} = {initial(row, v)}")) + ";");
        }
    }

    /// <summary>
    /// One step: the vectors behind <paramref name="lanes"/> from vector <paramref name="vector"/> on (and some elements further), the
    /// elements behind <paramref name="elements"/>.
    /// </summary>
    public void Step(string elements, Size elementOffset, string lanes, int vector, Size laneOffset = default) =>
        Step(row => Wide.Broadcast(elements, rows[row] + elementOffset), lanes, vector, laneOffset);

    /// <summary>One step with the element of each row, an expression.</summary>
    public void Step(Func<int, string> element, string lanes, int vector, Size laneOffset = default)
    {
        writer.Line(string.Join(" ", VectorIndices.Select(v => $"w{v} = {Wide.Load(lanes, vector + v, laneOffset)};")));
        for (int row = 0; row < rows.Count; row++)
        {
            int current = row;
            writer.Line(
                $"e = {element(row)}; " +
                string.Join(" ", VectorIndices.Select(v => $"a{current}_{v} = {Wide.MultiplyAdd("e", $"w{v}", $"a{current}_{v}")};")));
        }
    }

    /// <summary>
    /// All taps of a kernel row over one channel, when rows are neighbouring pixels: an element serves every pixel that reads it. One
    /// vector of lanes.
    /// </summary>
    /// <param name="distance">Elements from one pixel, and one tap, to the next.</param>
    public void SharedSteps(string elements, Size distance, string lanes, int taps)
    {
        writer.Line(string.Join(" ", Enumerable.Range(0, taps).Select(tap => $"w{tap} = {Wide.Load(lanes, tap)};")));
        for (int element = 0; element < rows.Count + taps - 1; element++)
        {
            int current = element;
            IEnumerable<string> sums = Enumerable.Range(0, taps).Where(tap => current >= tap && current - tap < rows.Count)
                .Select(tap => $"a{current - tap}_0 = {Wide.MultiplyAdd("e", $"w{tap}", $"a{current - tap}_0")};");
            writer.Line($"e = {Wide.Broadcast(elements, element * distance)}; {string.Join(" ", sums)}");
        }
    }

    /// <summary>Declares what steps use: an element, and the weights of so many taps.</summary>
    public void DeclareOperands(int taps = 1) =>
        writer.Line($"T e, {string.Join(", ", Enumerable.Range(0, Vectors * taps).Select(v => $"w{v}"))};");

    /// <summary>Adds all accumulators to memory, row behind row.</summary>
    public void Add(string to)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            int current = row;
            writer.Line(string.Join(" ", VectorIndices.Select(v =>
            {
                int vector = current * Vectors + v;
                return Wide.Store(Wide.Add(Wide.Load(to, vector), $"a{current}_{v}"), to, vector);
            })));
        }
    }

    /// <summary>Stores all accumulators, row behind row.</summary>
    public void Store(string to)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            int current = row;
            writer.Line(string.Join(" ", VectorIndices.Select(v => Wide.Store($"a{current}_{v}", to, current * Vectors + v))));
        }
    }

    /// <summary>Stores all accumulators, <paramref name="rowOffset"/> elements apart by row.</summary>
    /// <param name="transform">What to store, from an accumulator and its vector.</param>
    public void Store(string to, Func<int, Size> rowOffset, Func<string, int, string> transform)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            int current = row;
            writer.Line(string.Join(" ", VectorIndices.Select(v =>
                Wide.Store(transform($"a{current}_{v}", v), to, v, rowOffset(current)))));
        }
    }
}
