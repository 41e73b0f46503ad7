using System.Reflection;

namespace CnnGen.Tool.Networks;

/// <summary>The networks of a compiled assembly. Asking for what is known of one runs the assembly's code.</summary>
internal sealed class NetworkAssembly
{
    private NetworkAssembly(string path, IReadOnlyList<NetworkClass> networks) => (Path, Networks) = (path, networks);

    public string Path { get; }

    public IReadOnlyList<NetworkClass> Networks { get; }

    /// <exception cref="InvalidDataException">It is no assembly, or needs another CnnGen than this command has.</exception>
    public static NetworkAssembly Load(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new FileNotFoundException($"'{path}' does not exist");
        }

        try
        {
            Assembly assembly = new NetworkLoadContext(full).LoadFromAssemblyPath(full);
            NetworkClass[] networks = [.. Types(assembly).Where(NetworkClass.IsNetwork).Select(type => new NetworkClass(type))
                .OrderBy(network => network.Name, StringComparer.Ordinal)];
            return networks.Length > 0
                ? new(path, networks)
                : throw new InvalidDataException($"'{path}': expected classes with [Network], found none");
        }
        catch (BadImageFormatException exception)
        {
            throw new InvalidDataException($"'{path}': expected a compiled .NET assembly, found something else", exception);
        }
        catch (Exception exception) when (
            exception is TypeLoadException or MissingMemberException or FileNotFoundException or FileLoadException)
        {
            throw new InvalidDataException(
                $"'{path}': expected an assembly that fits CnnGen {typeof(NetworkInfo).Assembly.GetName().Version}, "
                + $"found: {exception.Message}",
                exception);
        }
    }

    /// <summary>The network of that name, with or without its namespace; without a name, the only one.</summary>
    /// <exception cref="InvalidDataException">There is none, or several; the message lists them.</exception>
    public NetworkClass Find(string? name)
    {
        NetworkClass[] found = [.. Networks.Where(network => name is null || network.Name == name || network.FullName == name)];
        string all = string.Join(", ", Networks.Select(network => network.FullName));
        return found.Length == 1
            ? found[0]
            : throw new InvalidDataException(
                $"'{Path}': expected {(name is null ? "one network, or --network with a name" : $"one network '{name}'")}, found {all}");
    }

    /// <summary>Those whose own dependencies are there.</summary>
    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }
}
