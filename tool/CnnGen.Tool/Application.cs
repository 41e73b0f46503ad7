using System.CommandLine;
using CnnGen.Tool.Commands;
using Spectre.Console;

namespace CnnGen.Tool;

/// <summary>The command line: what there is, and what becomes of mistakes and failures.</summary>
internal static class Application
{
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(30);

    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> Run(string[] arguments, ToolConsole console)
    {
        var root = new RootCommand("Brings networks and their weights to CnnGen and back, and shows what is in them.");
        foreach (Command command in Commands(console))
        {
            root.Add(command);
        }

        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
            {
                Report(console, error.Message);
            }

            Report(console, "--help tells what there is");
            return ExitCode.Invalid;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = console.Out.Profile.Out.Writer,
            Error = console.Error.Profile.Out.Writer,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToFinish,
        });
    }

    private static IEnumerable<Command> Commands(ToolConsole console) =>
    [
        ImportCommand.Create(console, Guard),
        VerifyCommand.Create(console, Guard),
        ExportCommand.Create(console, Guard),
        ConvertCommand.Create(console, Guard),
        InspectCommand.Create(console, Guard),
    ];

    /// <summary>Runs a command's body; what a user can do something about becomes a line of text.</summary>
    private static Task<int> Guard(ToolConsole console, Action body) => Task.Run(() =>
    {
        try
        {
            body();
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            Report(console, "interrupted; nothing was written");
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is InvalidDataException or NotSupportedException or ArgumentException)
        {
            Report(console, failure.Message);
            return ExitCode.Invalid;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Report(console, failure.Message);
            return ExitCode.Failure;
        }
    });

    private static void Report(ToolConsole console, string message) => console.Error.Write(new Text($"cnngen: {message}\n"));
}
