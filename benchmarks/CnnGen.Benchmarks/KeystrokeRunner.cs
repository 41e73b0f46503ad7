using CnnGen.Benchmarks.Peers;

namespace CnnGen.Benchmarks;

/// <summary>What an editor waits for after a keystroke: builds and runs CnnGen.Keystroke, which holds the compiler, on the zoo's files.</summary>
public static class KeystrokeRunner
{
    /// <summary>Runs it; there are no arguments.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments.Length > 0)
        {
            Console.Error.WriteLine($"keystroke: expected no arguments, found {string.Join(' ', arguments)}.");
            return 2;
        }

        return Companion.Run("CnnGen.Keystroke", [], [Path.Combine(PeerRunner.FindRoot(), "samples", "ModelZoo")]);
    }
}
