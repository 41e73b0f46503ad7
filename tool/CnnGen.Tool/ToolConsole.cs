using Spectre.Console;

namespace CnnGen.Tool;

/// <summary>
/// Where the command writes. To a terminal: colours and progress; to a file or a pipe, or where the environment sets <c>NO_COLOR</c>:
/// plain text, tables without borders and as wide as they need to be.
/// </summary>
internal sealed class ToolConsole
{
    /// <summary>Wider than any line: nothing is wrapped or cut where no one looks at it.</summary>
    private const int Unbounded = 10_000;

    public ToolConsole(TextWriter output, TextWriter error)
    {
        IsTerminal = output == Console.Out && !Console.IsOutputRedirected;
        Out = Create(output, IsTerminal);
        Error = Create(error, error == Console.Error && !Console.IsErrorRedirected);
    }

    public IAnsiConsole Out { get; }

    public IAnsiConsole Error { get; }

    /// <summary>Whether someone looks at the output.</summary>
    public bool IsTerminal { get; }

    /// <summary>An empty table of these columns; a title that ends in <c>#</c> is one of numbers.</summary>
    public Table Table(params string[] titles)
    {
        var table = new Table { Border = IsTerminal ? TableBorder.Rounded : TableBorder.None };
        foreach (string title in titles)
        {
            var column = new TableColumn(Markup.Escape(title.TrimEnd('#'))) { NoWrap = true };
            table.AddColumn(title.EndsWith('#') ? column.RightAligned() : column);
        }

        return table;
    }

    /// <summary>Runs work of so many bytes, with a bar on a terminal.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="total">Bytes.</param>
    /// <param name="work">Reports the bytes done, a few at a time.</param>
    public void Track(string title, long total, Action<Action<long>> work)
    {
        if (!Error.Profile.Out.IsTerminal || !Error.Profile.Capabilities.Interactive)
        {
            work(static _ => { });
            return;
        }

        Error.Progress().AutoClear(true).Start(progress =>
        {
            ProgressTask task = progress.AddTask(Markup.Escape(title), maxValue: Math.Max(1, total));
            work(done => task.Increment(done));
        });
    }

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        bool isPlain = !isTerminal || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = Unbounded;
        }

        return console;
    }
}
