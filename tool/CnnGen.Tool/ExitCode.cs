namespace CnnGen.Tool;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>The system refused something: a file that is not there, a full disk.</summary>
    public const int Failure = 1;

    /// <summary>What was asked for, or a file, is not sound or not supported.</summary>
    public const int Invalid = 2;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
