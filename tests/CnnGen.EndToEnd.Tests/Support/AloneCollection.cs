namespace CnnGen.EndToEnd.Tests.Support;

/// <summary>Tests that count what the whole process does, so nothing may run beside them.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
