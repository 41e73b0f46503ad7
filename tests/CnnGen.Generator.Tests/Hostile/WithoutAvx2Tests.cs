using System.Diagnostics;
using System.Runtime.Intrinsics.X86;

namespace CnnGen.Generator.Tests.Hostile;

/// <summary>The tests of this folder again where a vector of 256 bits is two of 128, in a process of its own.</summary>
public sealed class WithoutAvx2Tests
{
    [Fact]
    public void Lanes_and_propagation_are_the_same_without_AVX2()
    {
        if (!Avx2.IsSupported)
        {
            return; // This is that process, or a machine where the other tests say it all.
        }

        string[] classes = [nameof(PaddingLaneTests), nameof(PropagationTests)];
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "vstest", typeof(WithoutAvx2Tests).Assembly.Location,
                $"--TestCaseFilter:{string.Join('|', classes.Select(name => $"FullyQualifiedName~{name}"))}",
            },
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_EnableAVX2"] = "0";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && output.Contains("Passed:"), output);
    }
}
