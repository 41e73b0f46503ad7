using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using CnnGen.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>In a project that profiles, every call of a pass is measured, and only there.</summary>
public sealed class ProfileTests
{
    private const string Property = "build_property.CnnGenProfile";

    private static readonly string Source =
        Check.Network("[Input(8, 4, 4), Conv2d(8, 1, Name = \"first\"), MaxPool2d(2), Conv2d(8, 1, Name = \"second\"), Tanh]") +
        """
        public static class Run
        {
            public static void Predict() => new Net(1).Predict(new float[128], new float[32]);

            public static void Train()
            {
                var trainer = new Trainer<Net>(new Net(1), new Sgd(0.1f), batchSize: 3, threads: 1, Loss.MeanSquaredError());
                trainer.Step(new float[3 * 128], new float[3 * 32]);
            }
        }
        """;

    [Fact]
    public void Calls_of_Predict_are_measured()
    {
        CallTimes times = Execute("Predict");
        string[] layers = [.. times.Calls.Select(call => call.Layer).Distinct()];
        Assert.Equal(["input", "first Conv2d", "MaxPool2d", "second Conv2d", "output"], layers);
        Assert.Contains(times.Calls, call => call.Kernel.StartsWith("MaxPool2x2S2_2x2x8", StringComparison.Ordinal));
        Assert.All(times.Calls, (_, call) => Assert.True(times.Microseconds(call) > 0));
    }

    [Fact]
    public void Calls_of_a_training_step_are_measured_forward_and_backward()
    {
        CallTimes times = Execute("Train");
        string[] measured = [.. times.Calls.Where((_, call) => times.Microseconds(call) > 0).Select(call => call.Kernel)];
        Assert.Contains(measured, kernel => kernel.StartsWith("MaxPool2x2S2_", StringComparison.Ordinal));
        Assert.Contains(measured, kernel => kernel.StartsWith("MaxPool2x2S2Gradient_", StringComparison.Ordinal));
        Assert.Equal(2, measured.Count(kernel => kernel.Contains("WeightGradient", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_the_property_nothing_else_is_emitted()
    {
        string plain = Emit(isProfiled: false);
        Assert.DoesNotContain("_times", plain, StringComparison.Ordinal);
        string stripped = Regex.Replace(Emit(isProfiled: true), @"(?m)^ *_times\.\w+\(\d*\);\n", "");
        stripped = Regex.Replace(stripped, @"(?m)^ *private readonly CallTimes .*\n\n *private static ProfiledCall\[\][^;]*;\n\n", "");
        Assert.Equal(plain, stripped);
    }

    private static string Emit(bool isProfiled) =>
        new NetworkCompiler { BuildProperties = isProfiled ? new() { [Property] = "true" } : [] }.Build(Source).Source;

    private static CallTimes Execute(string run)
    {
        CSharpCompilation compilation = new NetworkCompiler().CreateCompilation(Source, Emit(isProfiled: true));
        using var image = new MemoryStream();
        Assert.DoesNotContain(compilation.Emit(image).Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext("Profiled", isCollectible: true).LoadFromStream(image);
        assembly.GetType("Run", throwOnError: true)!.GetMethod(run)!.Invoke(null, null);
        return CallTimes.Latest!;
    }
}
