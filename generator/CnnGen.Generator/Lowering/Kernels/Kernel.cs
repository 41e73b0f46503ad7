namespace CnnGen.Generator.Lowering.Kernels;

/// <summary>
/// A method to be emitted: all its sizes and strides are constants. Calls with equal kernels share the method.
/// </summary>
internal abstract record Kernel
{
    /// <summary>The method's name: what it computes, the sizes, the register tile.</summary>
    public abstract string Name { get; }

    /// <summary>One line for the method's comment.</summary>
    public abstract string Summary { get; }

    /// <summary>The <c>ref float</c> parameters, in order.</summary>
    public abstract IReadOnlyList<string> Operands { get; }

    /// <summary>
    /// Those of the operands in a sample's memory that the kernel writes, whatever else it does with them: the gradient of its input, or
    /// the last tensor where it computes no gradient.
    /// </summary>
    public virtual IEnumerable<string> Written =>
        Operands.Contains("dx") ? ["dx"]
        : Operands.Any(operand => OperandRoles.Of(operand) == OperandRole.ParameterGradient) ? []
        : Operands.Where(operand => OperandRoles.Of(operand) == OperandRole.Tensor).Reverse().Take(1);

    /// <summary>What follows the operands.</summary>
    public virtual KernelRange Range => KernelRange.None;

    /// <summary>Independent units that threads can share when <see cref="Range"/> has units; for each panel, if there are any.</summary>
    public virtual int Units => 1;

    /// <summary>The channels whose panels are units, as many as the machine's vectors make of them; 0: none are.</summary>
    public virtual int PanelChannels => 0;

    /// <summary>The channels whose vectors are units; 0: none are.</summary>
    public virtual int VectorChannels => 0;

    /// <summary>Some machine has more than one unit.</summary>
    public bool HasUnits => Units > 1 || PanelChannels > Layout.Lanes || VectorChannels > Machine.FewestLanes;

    /// <summary>One sample is enough work for several threads.</summary>
    public virtual bool IsWorthSplitting => false;

    /// <summary>Elements of working memory that a unit needs, if <see cref="Range"/> has scratch memory.</summary>
    public virtual int ScratchLength => 0;
}

/// <summary>The integer parameters of a kernel.</summary>
[Flags]
internal enum KernelRange
{
    None = 0,

    /// <summary><c>int firstRow</c>: the row of each panel of weights that the kernel's begin at.</summary>
    FirstRow = 16,

    /// <summary><c>int rows</c>: samples, one behind the other.</summary>
    Rows = 1,

    /// <summary><c>int begin, int end</c>: units.</summary>
    Units = 2,

    /// <summary><c>uint key, uint counter</c>: a random mask.</summary>
    Random = 4,

    /// <summary><c>int apart</c>: from one unit's scratch memory to the next one's; 0 when one thread runs all units.</summary>
    Scratch = 8,

    /// <summary><c>bool isFrozen</c>: whether statistics are those that are kept, not those of the batch.</summary>
    Statistics = 32,
}
