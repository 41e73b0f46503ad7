namespace CnnGen;

/// <summary>
/// Expands a block in place. <see cref="LayerAttribute.Name"/> prefixes the names of all its parameters:
/// <c>layer2.conv1.weight</c>, or <c>layer2.0.conv1.weight</c> with <see cref="Repeat"/>.
/// </summary>
/// <typeparam name="TBlock">A class with <see cref="BlockAttribute"/>; a static one takes the form <c>Apply(typeof(T))</c>.</typeparam>
public sealed class ApplyAttribute<TBlock> : LayerAttribute
{
    /// <summary>Applies the block so many times in a row, under <c>Name.0</c>, <c>Name.1</c> and so on.</summary>
    public int Repeat { get; set; } = 1;

    /// <summary>What the count of <see cref="Repeat"/> begins with; 0 by default.</summary>
    public int StartIndex { get; set; }
}

/// <summary><see cref="ApplyAttribute{TBlock}"/> for static classes, which C# does not take as type arguments.</summary>
/// <param name="block">A class with <see cref="BlockAttribute"/>.</param>
public sealed class ApplyAttribute(Type block) : LayerAttribute
{
    /// <summary>The block.</summary>
    public Type Block => block;

    /// <summary>Applies the block so many times in a row, under <c>Name.0</c>, <c>Name.1</c> and so on.</summary>
    public int Repeat { get; set; } = 1;

    /// <summary>What the count of <see cref="Repeat"/> begins with; 0 by default.</summary>
    public int StartIndex { get; set; }
}
