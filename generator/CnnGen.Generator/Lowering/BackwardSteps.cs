using System.Numerics;

namespace CnnGen.Generator.Lowering;

/// <summary>
/// Calls of a backward pass that follow one another and serve the same gradients, so that they run together or not at all.
/// </summary>
/// <param name="Layer">For whom, in comments.</param>
/// <param name="Gradients">The parameters, by their number, whose gradients the step computes.</param>
/// <param name="Feeds">Later steps that read what it writes; the number behind the last step's is the gradients of the inputs.</param>
/// <param name="Prepared">The preparations of the backward pass that it reads, by their number.</param>
internal sealed record BackwardStep(
    string Layer, IReadOnlyList<int> Gradients, IReadOnlyList<int> Feeds, IReadOnlyList<int> Prepared);

/// <summary>
/// The steps of a backward pass. Where parameters are frozen the trainer leaves out what nobody needs: a step is needed if one of its
/// gradients is wanted, or a step that it feeds is needed.
/// </summary>
internal sealed class BackwardSteps
{
    private readonly int[] _stepOf;

    private BackwardSteps(int[] stepOf, IReadOnlyList<BackwardStep> all) => (_stepOf, All) = (stepOf, all);

    public IReadOnlyList<BackwardStep> All { get; }

    /// <summary>The step of a call, by its number in the backward pass.</summary>
    public int Of(int call) => _stepOf[call];

    /// <summary>Finds the steps of the backward stages.</summary>
    public static BackwardSteps Find(
        IReadOnlyList<TrainingStage> backward, IReadOnlyList<TrainingStage> inputGradients, WeightPlan weights,
        IReadOnlyList<PartialGradient> partials, PreparationPlan preparations)
    {
        KernelCall[] calls = [.. backward.SelectMany(stage => stage.Calls)];
        HashSet<int>[] readers = Readers(calls, inputGradients.SelectMany(stage => stage.Calls));
        WeightSlot[] slots = [.. weights.Slots];
        int[][] gradients = [.. calls.Select(call => Owners(call, partials).Select(slot => Array.IndexOf(slots, slot)).ToArray())];
        int[] stepOf = Number(backward, Purposes(gradients, readers, slots.Length));
        int count = stepOf.Length == 0 ? 0 : stepOf[stepOf.Length - 1] + 1;
        IEnumerable<BackwardStep> steps =
            from i in Enumerable.Range(0, calls.Length)
            group i by stepOf[i] into step
            select new BackwardStep(
                calls[step.First()].Layer,
                Sorted(step.SelectMany(i => gradients[i])),
                Sorted(step.SelectMany(i => readers[i]).Select(i => i == calls.Length ? count : stepOf[i]).Where(to => to != step.Key)),
                Sorted(step.SelectMany(i => Prepared(calls[i], preparations.Backward))));
        return new BackwardSteps(stepOf, [.. steps]);
    }

    /// <summary>
    /// For each call the later ones that touch what it writes; the number of calls stands for the gradients of the inputs.
    /// </summary>
    private static HashSet<int>[] Readers(KernelCall[] calls, IEnumerable<KernelCall> inputs)
    {
        var writers = new Dictionary<BufferSlot, List<int>>();
        HashSet<int>[] readers = [.. calls.Select(_ => new HashSet<int>())];
        for (int i = 0; i < calls.Length; i++)
        {
            Note(calls[i], i);
            foreach ((BufferSlot slot, _) in calls[i].Tensors.Where(tensor => tensor.IsWritten))
            {
                if (!writers.TryGetValue(slot, out List<int> known))
                {
                    writers.Add(slot, known = []);
                }

                known.Add(i);
            }
        }

        foreach (KernelCall call in inputs)
        {
            Note(call, calls.Length);
        }

        return readers;

        void Note(KernelCall reader, int number)
        {
            foreach ((BufferSlot slot, _) in reader.Tensors)
            {
                foreach (int writer in writers.TryGetValue(slot, out List<int> known) ? known : [])
                {
                    readers[writer].Add(number);
                }
            }
        }
    }

    /// <summary>The parameters whose gradients a call computes, or adds to.</summary>
    private static IEnumerable<WeightSlot> Owners(KernelCall call, IReadOnlyList<PartialGradient> partials)
    {
        foreach (Operand operand in call.Operands)
        {
            if (operand.Region == Region.Gradients)
            {
                yield return operand.Parameter!;
            }
            else if (operand.Region == Region.Partials)
            {
                yield return partials.Single(partial => partial.Holds(operand.Start)).Parameter;
            }
        }
    }

    /// <summary>For each call the parameters, as bits, whose gradients depend on it; the last bit is the inputs'.</summary>
    private static BigInteger[] Purposes(int[][] gradients, HashSet<int>[] readers, int parameters)
    {
        var purposes = new BigInteger[gradients.Length + 1];
        purposes[gradients.Length] = BigInteger.One << parameters;
        for (int i = gradients.Length - 1; i >= 0; i--)
        {
            purposes[i] = gradients[i].Select(parameter => BigInteger.One << parameter)
                .Concat(readers[i].Select(reader => purposes[reader]))
                .Aggregate(BigInteger.Zero, (all, purpose) => all | purpose);
        }

        return purposes;
    }

    /// <summary>Neighbours of a stage with the same purpose are one step.</summary>
    private static int[] Number(IReadOnlyList<TrainingStage> stages, BigInteger[] purposes)
    {
        var stepOf = new List<int>();
        int step = -1;
        foreach (TrainingStage stage in stages)
        {
            for (int i = 0; i < stage.Calls.Count; i++)
            {
                step += i == 0 || purposes[stepOf.Count] != purposes[stepOf.Count - 1] ? 1 : 0;
                stepOf.Add(step);
            }
        }

        return [.. stepOf];
    }

    private static IEnumerable<int> Prepared(KernelCall call, IReadOnlyList<Preparation> preparations) =>
        from operand in call.Operands
        where operand.Region == Region.Prepared
        from i in Enumerable.Range(0, preparations.Count)
        where operand.Start >= preparations[i].Offset && operand.Start < preparations[i].Offset + preparations[i].Length
        select i;

    private static IReadOnlyList<int> Sorted(IEnumerable<int> numbers) => [.. numbers.Distinct().OrderBy(number => number)];
}
