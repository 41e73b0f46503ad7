using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>
/// In a project that guards memory, a kernel that writes beside a tensor is found; the wrong kernels are made here, by a change of the
/// emitted text.
/// </summary>
public sealed class SlotGuardTests
{
    private const string Property = "build_property.CnnGenGuardMemory";

    private static readonly string Source = Check.Network("[Input(8, 4, 4), Conv2d(8, 1), MaxPool2d(2), Conv2d(8, 1), Tanh]") +
        """
        public static class Run
        {
            public static void Predict() => new Net(1).Predict(new float[128], new float[32]);

            public static void Train()
            {
                var trainer = new Trainer<Net>(new Net(1), new Sgd(0.1f), batchSize: 3, threads: 2);
                trainer.Forward(new float[3 * 128]);
                trainer.Backward(new float[3 * 32]);
                _ = trainer.InputGradients.Length;
            }
        }
        """;

    [Theory]
    [InlineData("Predict")]
    [InlineData("Train")]
    public void Right_kernels_touch_no_zone(string run) => Execute(Emit(isGuarded: true), run);

    /// <summary>Pool and gradient of 2×2×8 tensors, 32 elements; by 32 the next element is meant.</summary>
    [Theory]
    [InlineData("Predict", "MaxPool2x2S2_2x2x8", "y", "32) = 1f")]
    [InlineData("Predict", "MaxPool2x2S2_2x2x8", "y", "32) += 1f")]
    [InlineData("Predict", "MaxPool2x2S2_2x2x8", "y", "63) = 1f")]
    [InlineData("Predict", "MaxPool2x2S2_2x2x8", "y", "-1) = 1f")]
    [InlineData("Train", "MaxPool2x2S2_2x2x8", "y", "40) += 1f")]
    [InlineData("Train", "MaxPool2x2S2Gradient_2x2x8", "dx", "128) += 1f")]
    [InlineData("Train", "MaxPool2x2S2Gradient_2x2x8", "dx", "-8) += 1f")]
    public void A_write_beside_a_tensor_is_found(string run, string kernel, string operand, string write)
    {
        string right = Emit(isGuarded: true);
        string wrong = Regex.Replace(
            right, $@"static void {kernel}\([^)]*\)\s*\{{", match => $"{match.Value}\nUnsafe.Add(ref {operand}, {write};\n");
        Assert.NotEqual(right, wrong);
        var error = Assert.Throws<TargetInvocationException>(() => Execute(wrong, run));
        Assert.Contains("outside it", error.InnerException!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Zones_are_there_only_where_they_are_asked_for()
    {
        Assert.DoesNotContain("Guards", Emit(isGuarded: false), StringComparison.Ordinal);
        Assert.Contains("Guards", Emit(isGuarded: true), StringComparison.Ordinal);
    }

    private static string Emit(bool isGuarded)
    {
        var compiler = new NetworkCompiler { BuildProperties = isGuarded ? new() { [Property] = "true" } : [] };
        return compiler.Build(Source).Source;
    }

    private static void Execute(string emitted, string run)
    {
        CSharpCompilation compilation = new NetworkCompiler().CreateCompilation(Source, emitted);
        using var image = new MemoryStream();
        Assert.DoesNotContain(compilation.Emit(image).Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext("Wrong", isCollectible: true).LoadFromStream(image);
        assembly.GetType("Run", throwOnError: true)!.GetMethod(run)!.Invoke(null, null);
    }
}
