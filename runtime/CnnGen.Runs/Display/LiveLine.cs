namespace CnnGen.Runs;

/// <summary>One line of the terminal that is rewritten in place, at most ten times a second; silent when there is no terminal.</summary>
public sealed class LiveLine
{
    private static readonly bool IsTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
    private long _next;
    private int _shown;

    /// <summary>Shows the text in place of the last one, unless that was a moment ago.</summary>
    public void Show(FormattableString text)
    {
        if (!IsTerminal || Environment.TickCount64 < _next)
        {
            return;
        }

        string line = FormattableString.Invariant(text);
        Console.Write("\r" + line.PadRight(_shown));
        _shown = line.Length;
        _next = Environment.TickCount64 + 100;
    }

    /// <summary>Removes the text.</summary>
    public void Clear()
    {
        if (_shown > 0)
        {
            Console.Write("\r" + new string(' ', _shown) + "\r");
            _shown = 0;
        }
    }
}
