using System.Reflection;
using System.Runtime.Loader;

namespace CnnGen.Tool.Networks;

/// <summary>Finds what an assembly depends on beside it; the library itself is this command's, so that both mean the same types.</summary>
internal sealed class NetworkLoadContext(string path) : AssemblyLoadContext("networks")
{
    private readonly AssemblyDependencyResolver _resolver = new(path);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == typeof(NetworkInfo).Assembly.GetName().Name ? null
        : _resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found)
        : null;
}
