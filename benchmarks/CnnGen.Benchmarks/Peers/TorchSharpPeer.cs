using System.Globalization;

namespace CnnGen.Benchmarks.Peers;

/// <summary>
/// Runs benchmarks/Peers/TorchSharp, which brings libtorch with MKL and oneDNN. It is built here, not with the solution: the packages are
/// large, and not every machine can load them.
/// </summary>
public sealed class TorchSharpPeer : IStepPeer
{
    private readonly string _program;

    /// <summary>Builds the program.</summary>
    /// <param name="scripts">The folder benchmarks/Peers.</param>
    /// <exception cref="InvalidOperationException">It does not build: the packages are missing, for example.</exception>
    public TorchSharpPeer(string scripts)
    {
        string folder = Path.Combine(scripts, "TorchSharp");
        PythonPeer.Execute("dotnet", ["build", folder, "-c", "Release", "-v", "quiet"]);
        _program = Path.Combine(folder, "bin", "Release", "net10.0", "linux-x64", "TorchSharpPeer.dll");
    }

    /// <inheritdoc/>
    public double Step(string network, int batch, int threads, int steps) => double.Parse(
        PythonPeer.Execute("dotnet", [_program, network, $"{batch}", $"{threads}", $"{steps}"]).Trim(), CultureInfo.InvariantCulture);
}
