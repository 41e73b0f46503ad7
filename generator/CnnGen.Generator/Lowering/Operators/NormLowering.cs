using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>
/// Normalisations within a sample. Parameter and input gradients come from the same sums, so one kernel computes both. Forward
/// operands are x, parameters, statistics, y; backward ones x, scale, statistics, sums, dy, gradients of the parameters, dx.
/// </summary>
internal abstract class NormLowering<T> : OperatorLowering<T>
    where T : Operator
{
    public override bool CanFuseActivation(bool training) => true;

    /// <summary>Elements of statistics that forward leaves for backward; 0 if backward computes them again.</summary>
    protected virtual int Statistics(T op, Layout x) => 0;

    /// <summary>Elements of memory that the gradient's kernel needs.</summary>
    protected virtual int Sums(T op, Layout x) => 0;

    protected abstract Kernel Forward(T op, Layout x, Layout y, Activation? activation);

    protected abstract Kernel Gradient(T op, Layout x, Layout dy, Layout? dx, bool hasSums);

    protected override void Forward(ForwardContext context, LoweredNode node, T op)
    {
        BufferSlot x = context.Value(node.Input);
        BufferSlot y = context.Value(node.Output);
        Operand[] statistics = StatisticsOf(context, node, op);
        Kernel kernel = Forward(op, x.Layout, y.Layout, node.Activation);
        context.Call(node, kernel, [Operand.Of(x), .. Parameters(context, node).Select(Operand.Of), .. statistics, Operand.Of(y)]);
    }

    protected override void ParameterGradient(BackwardContext context, LoweredNode node, T op) => context.ActivationGradient(node);

    protected override void InputGradient(BackwardContext context, LoweredNode node, T op)
    {
        BufferSlot? dx = context.Target(node);
        WeightSlot[] parameters = [.. Parameters(context.Saved, node)];
        bool hasSums = parameters.Length > 0 && context.FirstVisit(node);
        if (dx is null && !hasSums)
        {
            return;
        }

        BufferSlot x = context.Saved.Value(node.Input);
        BufferSlot dy = context.Gradient(node.Output);
        Operand[] gradients = hasSums ? [.. parameters.Select(context.PartialOf)] : [];
        Operand[] sums = Sums(op, x.Layout) is > 0 and var length ? [Operand.Of(BufferSlot.Vector($"{dy.Name}s", length))] : [];
        Operand[] target = dx is null ? [] : [Operand.Of(dx)];
        context.Call(
            node,
            Gradient(op, x.Layout, dy.Layout, dx?.Layout, hasSums),
            [
                Operand.Of(x), .. parameters.Take(1).Select(Operand.Of), .. StatisticsOf(context.Saved, node, op), .. sums,
                Operand.Of(dy), .. gradients, .. target,
            ]);
        if (dx is not null)
        {
            context.ClearHalo(node, dx);
        }
    }

    /// <summary>The scale and the shift, or nothing.</summary>
    private static IEnumerable<WeightSlot> Parameters(ForwardContext context, LoweredNode node) =>
        node.Source.Parameters.Select(parameter => context.Weights.Of(parameter));

    private Operand[] StatisticsOf(ForwardContext context, LoweredNode node, T op) =>
        Statistics(op, context.Value(node.Input).Layout) is > 0 and var length ? [Operand.Of(context.Scratch(node, length))] : [];
}
