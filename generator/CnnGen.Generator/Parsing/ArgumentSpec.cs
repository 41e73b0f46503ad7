namespace CnnGen.Generator.Parsing;

/// <summary>An argument as written: an <c>int</c> (enums too), <c>long</c>, <c>float</c>, <c>bool</c>, <c>string</c> or an
/// <see cref="EquatableArray{T}"/> of these, so that equal arguments compare equal.</summary>
internal readonly record struct ArgumentSpec(string Name, object? Value);
