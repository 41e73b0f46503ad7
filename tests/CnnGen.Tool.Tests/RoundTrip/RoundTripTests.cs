using System.Reflection;
using CnnGen.EndToEnd.Tests.Support;
using CnnGen.Onnx;
using CnnGen.Onnx.Tests;
using CnnGen.Operators.Tests;
using CnnGen.Operators.Tests.Networks;

namespace CnnGen.Tool.Tests.RoundTrip;

/// <summary>Class → ONNX → class: parameters of the same names, and the same numbers.</summary>
public class RoundTripTests
{
    private const double Allowed = 1e-5;

    /// <summary>One of a kind, since they are compiled together here.</summary>
    private static readonly string[] Cases =
    [
        "BatchNormAlone", "ChannelShuffleByThree", "ConcatPartly", "CropToCenter", "DepthwiseStrided",
        "InstanceNormBetween", "LayerNormBetween",
        "LayerScaleFolded", "NormalizePadded", "PadAndCrop", "PixelShuffleBetween", "ResidualPointwise", "SeparableAlone", "SlicesShuffled",
        "SlopesBetween", "TransposeInside", "UpsampleBilinearBetween", "WinogradChain",
    ];

    private static readonly Lazy<Dictionary<string, ImportResult>> Imports =
        new(() => Cases.ToDictionary(name => name, Import));

    private static readonly Lazy<CompiledNetworks> Compiled =
        new(() => new CompiledNetworks([.. Imports.Value.Values.Select(import => import.Source).OfType<string>()]));

    public static TheoryData<string> Names => [.. Cases];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_network_comes_back(string name)
    {
        ImportResult import = Imports.Value[name];
        Assert.True(import.Source is not null, $"{name}: {string.Join("; ", import.Problems)}");
        ICompiled original = OperatorNetworks.Create(name);

        // What has no parameters of its own, such as Normalize, may come back with some.
        Assert.Empty(original.Info.Parameters.Select(parameter => parameter.Name)
            .Except(import.Parameters.Select(parameter => parameter.Name)));
        float[] inputs = OperatorNetworks.Inputs(name, original.Info)[..original.Info.Inputs[0].Length];
        float[] expected = new float[original.Info.Outputs.Single().Length];
        original.Predict(inputs, expected);
        float[] taken = new float[inputs.Length], given = new float[expected.Length];
        import.Input!.ToNetwork(inputs, taken);
        import.Outputs.Single().ToModel(Compiled.Value.Predict(import, name, taken, batch: 1).Single(), given);
        double error = Tolerance.Error(Array.ConvertAll(expected, value => (double)value), given);
        Assert.True(error <= Allowed, $"{name}: error {error:E2}\n{import.Source}");
    }

    private static ImportResult Import(string name)
    {
        using var folder = new TemporaryFolder();
        OperatorNetworks.Create(name).Save(folder["a.safetensors"]);
        Type type = typeof(DepthwiseAlone).Assembly.GetType($"{typeof(DepthwiseAlone).Namespace}.{name}")!;
        object network = type.GetMethod("Load", [typeof(string)])!.Invoke(null, [folder["a.safetensors"]])!;
        typeof(RoundTripTests).GetMethod(nameof(Save), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [network, folder["a.onnx"]], null);
        return OnnxImporter.Import(folder["a.onnx"], new ImportOptions { Name = name, Namespace = name });
    }

    private static void Save<T>(T network, string path)
        where T : INetwork<T> => network.SaveOnnx(path);
}
