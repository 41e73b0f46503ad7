using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.ModelZoo.Tests.Support;

/// <summary>Every network class of samples/ModelZoo, by name.</summary>
internal static class Zoo
{
    private static readonly Dictionary<string, Type> Types = typeof(LeNet5).Assembly.GetExportedTypes()
        .Where(type => type.GetInterfaces().Any(IsNetwork))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Types.Keys.Order(StringComparer.Ordinal);

    /// <summary>A new instance.</summary>
    public static ICompiled Create(string name) =>
        (ICompiled)Activator.CreateInstance(typeof(Compiled<>).MakeGenericType(Types[name]), Activator.CreateInstance(Types[name], 1))!;

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

    private static bool IsNetwork(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(INetwork<>);
}
