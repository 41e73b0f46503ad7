namespace CnnGen;

/// <summary>
/// Makes the layers below it a block that <see cref="ApplyAttribute{TBlock}"/> expands in networks and other blocks. The class needs
/// no members and need not be partial. Names inside a block are its own. Numbers may differ from one application to the next, by
/// <see cref="Argument"/> and <see cref="Graph.Channels"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockAttribute : Attribute;
