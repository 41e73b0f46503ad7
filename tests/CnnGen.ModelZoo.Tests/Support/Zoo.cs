using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.ModelZoo.Tests.Support;

/// <summary>The network classes of samples/ModelZoo and the small ones of this assembly, by name.</summary>
internal static class Zoo
{
    private static readonly Dictionary<string, Type> Types = new[] { typeof(LeNet5).Assembly, typeof(Zoo).Assembly }
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type.GetInterfaces().Any(IsNetwork))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Those of samples/ModelZoo.</summary>
    public static IEnumerable<string> Names => NamesIn(typeof(LeNet5));

    /// <summary>Those of this assembly.</summary>
    public static IEnumerable<string> SmallNames => NamesIn(typeof(Zoo));

    /// <summary>A new instance.</summary>
    public static ICompiled Create(string name) => Wrap(New(name));

    /// <summary>A new instance as it is.</summary>
    public static object New(string name) => Activator.CreateInstance(Types[name], 1)!;

    /// <summary>The same instance without its type parameter.</summary>
    public static ICompiled Wrap(object network) =>
        (ICompiled)Activator.CreateInstance(typeof(Compiled<>).MakeGenericType(network.GetType()), network)!;

    /// <summary>What the class says of its layers and parameters.</summary>
    public static NetworkInfo Info(string name) => (NetworkInfo)Types[name].GetProperty(nameof(Info))!.GetValue(null)!;

    /// <summary>A public constant of the class.</summary>
    public static long Constant(string name, string constant) =>
        Convert.ToInt64(Types[name].GetField(constant)!.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The shape without trailing ones: a 1×1 convolution's weight is a linear layer's.</summary>
    public static int[] Squeezed(IReadOnlyList<int> shape)
    {
        int rank = shape.Count;
        while (rank > 1 && shape[rank - 1] == 1)
        {
            rank--;
        }

        return [.. shape.Take(rank)];
    }

    private static IEnumerable<string> NamesIn(Type neighbour) =>
        Types.Values.Where(type => type.Assembly == neighbour.Assembly).Select(type => type.Name).Order(StringComparer.Ordinal);

    private static bool IsNetwork(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(INetwork<>);
}
