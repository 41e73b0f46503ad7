namespace CnnGen.Generator.Tests;

/// <summary>The generator broke a rule that holds for every build.</summary>
public sealed class HarnessException(string message) : Exception(message);
