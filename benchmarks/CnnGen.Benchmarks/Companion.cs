using System.Diagnostics;
using CnnGen.Benchmarks.Peers;

namespace CnnGen.Benchmarks;

/// <summary>A benchmark in a project of its own, which is built when it is asked for.</summary>
internal static class Companion
{
    /// <summary>Builds and runs it; its exit code.</summary>
    /// <param name="project">Its folder in benchmarks.</param>
    /// <param name="options">What <c>dotnet run</c> gets.</param>
    /// <param name="arguments">What the program gets.</param>
    public static int Run(string project, string[] options, string[] arguments)
    {
        string folder = Path.Combine(PeerRunner.FindRoot(), "benchmarks", project);
        using var process = Process.Start("dotnet", ["run", "-c", "Release", "--project", folder, .. options, "--", .. arguments]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
