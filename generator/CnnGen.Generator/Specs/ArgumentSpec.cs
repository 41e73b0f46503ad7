using CnnGen.Generator.Specs.Expressions;

namespace CnnGen.Generator.Specs;

/// <summary>An argument as written: an <c>int</c> (enums too), <c>long</c>, <c>float</c> (a <c>double</c> rounded), <c>bool</c>,
/// <c>string</c>, an <see cref="Expression"/> that is evaluated where the layer stands, or an <see cref="EquatableArray{T}"/> of these, so
/// that equal arguments compare equal.</summary>
/// <param name="IsComputed">Whether the value is that of an expression, which may be another where the block is applied again.</param>
/// <param name="IsPositional">Whether the source shows that it is written without its name.</param>
internal readonly record struct ArgumentSpec(string Name, object? Value, bool IsPositional = false, bool IsComputed = false);
