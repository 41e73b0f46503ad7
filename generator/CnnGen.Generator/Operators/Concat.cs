namespace CnnGen.Generator.Operators;

/// <summary>Tensors of one height and width behind one another along the channels; vectors along their features.</summary>
internal sealed record Concat : Operator;
