namespace CnnGen;

/// <summary>
/// Expands a block in place. <see cref="LayerAttribute.Name"/> prefixes the names of all its parameters:
/// <c>layer2.conv1.weight</c>, or <c>layer2.0.conv1.weight</c> with <see cref="Repeat"/>.
/// </summary>
/// <typeparam name="TBlock">A class with <see cref="BlockAttribute"/>; a static one takes the form <c>Apply(typeof(T))</c>.</typeparam>
/// <param name="arguments">What <see cref="Argument.First"/> and so on stand for in the block: one number for each that it uses.</param>
/// <remarks>
/// The output is that of the block. In PyTorch one writes a <c>torch.nn.Module</c> and several of them in a <c>torch.nn.Sequential</c>.
/// What is no block gives CNN007, a wrong number of arguments CNN103.
/// </remarks>
public sealed class ApplyAttribute<TBlock>(params int[] arguments) : LayerAttribute
{
    /// <summary>What the block is applied with.</summary>
    public IReadOnlyList<int> Arguments => arguments;

    /// <summary>
    /// Applies the block so many times in a row, at least 1 (CNN101), under <c>Name.0</c>, <c>Name.1</c> and so on; each reads what the one
    /// before gives. By default it stands once, under <c>Name</c>.
    /// </summary>
    public int Repeat { get; set; } = 1;

    /// <summary>What the count of <see cref="Repeat"/> begins with; 0 by default.</summary>
    public int StartIndex { get; set; }
}

/// <summary><see cref="ApplyAttribute{TBlock}"/> for static classes, which C# does not take as type arguments.</summary>
/// <param name="block">A class with <see cref="BlockAttribute"/>.</param>
/// <param name="arguments">What <see cref="Argument.First"/> and so on stand for in the block: one number for each that it uses.</param>
/// <remarks>
/// The output is that of the block. In PyTorch one writes a <c>torch.nn.Module</c> and several of them in a <c>torch.nn.Sequential</c>.
/// What is no block gives CNN007, a wrong number of arguments CNN103.
/// </remarks>
public sealed class ApplyAttribute(Type block, params int[] arguments) : LayerAttribute
{
    /// <summary>The block.</summary>
    public Type Block => block;

    /// <summary>What the block is applied with.</summary>
    public IReadOnlyList<int> Arguments => arguments;

    /// <summary>
    /// Applies the block so many times in a row, at least 1 (CNN101), under <c>Name.0</c>, <c>Name.1</c> and so on; each reads what the one
    /// before gives. By default it stands once, under <c>Name</c>.
    /// </summary>
    public int Repeat { get; set; } = 1;

    /// <summary>What the count of <see cref="Repeat"/> begins with; 0 by default.</summary>
    public int StartIndex { get; set; }
}
