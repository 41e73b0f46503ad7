namespace CnnGen.Tool.Tests.Commands;

/// <summary>The command, run in this process with its output redirected.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static async Task<ToolRun> Of(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = await Application.Run(arguments, new ToolConsole(output, error));
        return new(code, output.ToString(), error.ToString());
    }
}
