using CnnGen.Benchmarks.Peers;
using CnnGen.ModelZoo;

namespace CnnGen.Benchmarks;

/// <summary>
/// The breakdown by layers: builds and runs CnnGen.Layers on the zoo's file that holds the network, whose calls are measured there.
/// </summary>
public static class LayerRunner
{
    private const string Usage = "layers <network> [--width bits] [--threads n] [--training] [--batch samples]";

    /// <summary>Runs the breakdown of the first argument; the others are handed on.</summary>
    public static int Run(string[] arguments)
    {
        IEnumerable<Type> zoo = typeof(ResNet50).Assembly.GetExportedTypes().Where(IsNetwork);
        string[] names = [.. zoo.Select(type => type.Name).Order(StringComparer.Ordinal)];
        if (arguments is not [var network, ..] || !names.Contains(network))
        {
            string found = arguments is [var first, ..] ? first : "none";
            Console.Error.WriteLine($"{Usage}: expected a network of the zoo ({string.Join(", ", names)}), found {found}.");
            return 2;
        }

        string file = Directory.GetFiles(Path.Combine(PeerRunner.FindRoot(), "samples", "ModelZoo"), "*.cs")
            .Single(path => File.ReadLines(path).Any(line => line.EndsWith($" partial class {network};", StringComparison.Ordinal)));
        return Companion.Run("CnnGen.Layers", [$"--property:ZooFile={Path.GetFileName(file)}"], arguments);
    }

    private static bool IsNetwork(Type type) =>
        type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(ITrainableNetwork<>));
}
