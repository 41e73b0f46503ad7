using CnnGen.Generator.Model;

namespace CnnGen.Generator.Lowering.Operators;

/// <summary>How one operator becomes kernel calls, forward and backward. One file per operator.</summary>
internal abstract class OperatorLowering
{
    /// <summary>The operator reads single elements of its inputs, not vectors of channels.</summary>
    public virtual bool ReadsSingleElements(LoweredNode node, Layout x) => false;

    /// <summary>The kernel takes rows of pixels of any channel stride, as long as input and output have the same.</summary>
    public virtual bool TakesAnyStride => false;

    /// <summary>An activation can be applied before the output is stored.</summary>
    public virtual bool CanFuseActivation(bool training) => false;

    /// <summary>A tensor of the output's shape can be added before the output is stored; at inference.</summary>
    public virtual bool CanFuseResidual(LoweredNode node) => false;

    /// <summary>The output can be written into channels of a larger tensor; at inference.</summary>
    public virtual bool CanWriteInto(LoweredNode node) => false;

    /// <summary>The kernel order of a parameter; null for a vector.</summary>
    public virtual PanelSpec? Panels(LoweredNode node, string parameter, Layout x) => null;

    /// <summary>Zeros that the forward kernel reads around its inputs.</summary>
    public virtual Halo ForwardHalo(LoweredNode node, Layout x, Layout y) => default;

    /// <summary>Zeros that the input gradient's kernel reads around the output's gradient.</summary>
    public virtual Halo GradientHalo(LoweredNode node, Layout x, Layout y) => default;

    /// <summary>The calls that compute the output, at inference or in training.</summary>
    public abstract void Forward(ForwardContext context, LoweredNode node);

    /// <summary>The calls that compute the gradients of the parameters; runs before <see cref="InputGradient"/>.</summary>
    public virtual void ParameterGradient(BackwardContext context, LoweredNode node)
    {
    }

    /// <summary>The calls that compute the gradients of those inputs that the context has a target for.</summary>
    public abstract void InputGradient(BackwardContext context, LoweredNode node);
}

/// <summary>The lowering of one type of operator.</summary>
internal abstract class OperatorLowering<T> : OperatorLowering
    where T : Operator
{
    public sealed override void Forward(ForwardContext context, LoweredNode node) => Forward(context, node, (T)node.Operator);

    public sealed override void ParameterGradient(BackwardContext context, LoweredNode node) =>
        ParameterGradient(context, node, (T)node.Operator);

    public sealed override void InputGradient(BackwardContext context, LoweredNode node) => InputGradient(context, node, (T)node.Operator);

    public sealed override PanelSpec? Panels(LoweredNode node, string parameter, Layout x) => Panels((T)node.Operator, parameter, x);

    public sealed override Halo ForwardHalo(LoweredNode node, Layout x, Layout y) => ForwardHalo((T)node.Operator, x, y);

    public sealed override Halo GradientHalo(LoweredNode node, Layout x, Layout y) => GradientHalo((T)node.Operator, x, y);

    protected abstract void Forward(ForwardContext context, LoweredNode node, T op);

    protected virtual void ParameterGradient(BackwardContext context, LoweredNode node, T op)
    {
    }

    protected abstract void InputGradient(BackwardContext context, LoweredNode node, T op);

    protected virtual PanelSpec? Panels(T op, string parameter, Layout x) => null;

    protected virtual Halo ForwardHalo(T op, Layout x, Layout y) => default;

    protected virtual Halo GradientHalo(T op, Layout x, Layout y) => default;
}
