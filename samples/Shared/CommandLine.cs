using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace CnnGen.Samples;

/// <summary>What the command lines of all samples have in common.</summary>
public static class CommandLine
{
    /// <summary>The exit code after Ctrl-C.</summary>
    public const int Interrupted = 130;

    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(30);

    /// <summary>An option that takes a number within limits.</summary>
    public static Option<int> Number(string name, int initial, int least, int most, string description) =>
        Numeric(name, initial, least, most, "a whole number", "n", description);

    /// <summary>An option that takes a number with decimals within limits.</summary>
    public static Option<double> Decimal(string name, double initial, double least, double most, string description) =>
        Numeric(name, initial, least, most, "a number", "x", description);

    /// <summary>The threads of a sample whose results do not depend on them.</summary>
    public static Option<int> Threads() =>
        Number("--threads", 0, 0, 256, "Threads; 0 means all cores. The result does not depend on it.");

    /// <summary>The folder that a sample writes to.</summary>
    public static Option<string> OutputFolder(string description) =>
        new("--output") { HelpName = "folder", Description = description, DefaultValueFactory = _ => "." };

    /// <summary>
    /// Parses the arguments and runs the body, which returns the exit code. Mistakes in the arguments, and failures that a user can
    /// do something about, become messages and exit code 1.
    /// </summary>
    public static async Task<int> Run(string[] args, RootCommand command, Func<ParseResult, CancellationToken, int> body)
    {
        if (args.Any(string.IsNullOrWhiteSpace))
        {
            Console.Error.WriteLine("An argument is empty.");
            return 1;
        }

        command.SetAction((result, cancellation) => Task.FromResult(Guard(() => body(result, cancellation))));
        var parsed = command.Parse(args);
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        return parsed.Errors.Count > 0
            ? 1
            : await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeToFinish });
    }

    private static int Guard(Func<int> body)
    {
        try
        {
            return body();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("interrupted");
            return Interrupted;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    /// <summary>A number in the same notation everywhere: <c>0,5</c> is none, and not 5 either.</summary>
    private static Option<T> Numeric<T>(
        string name, T initial, T least, T most, string kind, string helpName, string description)
        where T : INumber<T> => new(name)
        {
            HelpName = helpName,
            Description = description,
            DefaultValueFactory = _ => initial,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                {
                    return value;
                }

                result.AddError(FormattableString.Invariant($"{name} must be {kind} from {least} to {most}, but is '{text}'."));
                return initial;
            },
        };
}
