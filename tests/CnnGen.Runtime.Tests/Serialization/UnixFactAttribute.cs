namespace CnnGen.Runtime.Tests;

/// <summary>A test of what Windows does not have: modes, named pipes, links without privileges.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has nothing like it" : null;
}
