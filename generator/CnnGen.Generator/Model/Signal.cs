namespace CnnGen.Generator.Model;

/// <summary>What is known of a tensor while the graph is built.</summary>
internal readonly record struct Signal(Shape Shape, ReceptiveField Field);
