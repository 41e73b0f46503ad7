using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Operators.Tests;

/// <summary>The network classes that have goldens, by name: those of Networks.</summary>
internal static class OperatorNetworks
{
    public const int Batch = 3;

    private static readonly Dictionary<string, Type> Types = typeof(OperatorNetworks).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, ContainsGenericParameters: false } && type.GetInterfaces().Any(IsNetwork))
        .Where(type => type.Namespace == typeof(Networks.DepthwiseAlone).Namespace)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Types.Keys.Order(StringComparer.Ordinal);

    /// <summary>The network with the numbers that Goldens/make_goldens.py also uses.</summary>
    public static ICompiled Create(string name)
    {
        Type type = Types[name];
        var network = (ICompiled)Activator.CreateInstance(typeof(Compiled<>).MakeGenericType(type), Activator.CreateInstance(type, 1))!;
        foreach (ParameterInfo parameter in network.Info.Parameters)
        {
            float shift = parameter.Name.EndsWith("running_var", StringComparison.Ordinal) ? 1 : 0;
            float[] values = SplitMix.Parameter(name, parameter.Name, parameter.Shape);
            values.Select(value => value + shift).ToArray().CopyTo(network.Parameters[parameter.Offset..]);
        }

        return network;
    }

    public static float[] Inputs(string name, NetworkInfo info) => SplitMix.Uniform($"{name}/input", Batch * info.Inputs[0].Length, 1);

    public static float[] OutputGradients(string name, NetworkInfo info) =>
        SplitMix.Uniform($"{name}/dy", Batch * OutputLength(info), 1);

    public static int OutputLength(NetworkInfo info) => info.Outputs.Sum(output => output.Length);

    private static bool IsNetwork(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ITrainableNetwork<>);
}
