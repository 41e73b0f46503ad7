using System.Diagnostics;
using CnnGen.Tool.Tests.Commands;
using CnnGen.Tool.Tests.Export;

namespace CnnGen.Tool.Tests.Inspection;

/// <summary>The page in a browser, as wide as a screen and as a phone.</summary>
public class BrowserTests
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(1);

    [ChromiumFact]
    public async Task Nothing_overlaps_and_the_browser_does_not_complain()
    {
        using var folder = new TemporaryFolder();
        new Outputs(3).Save(folder["a.safetensors"]);
        ToolRun run = await ToolRun.Of(
            "inspect", typeof(Outputs).Assembly.Location, "--network", "Outputs",
            "--weights", folder["a.safetensors"], "--html", folder["page.html"]);
        Assert.Equal(0, run.ExitCode);
        string layout = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Inspection", "layout.html"));
        foreach (string width in new[] { "1280", "390" })
        {
            await File.WriteAllTextAsync(folder["layout.html"], layout.Replace("WIDTH", width, StringComparison.Ordinal));
            (string document, string log) = await Browse(folder["layout.html"], folder["profile"]);
            Assert.Contains("nothing overlaps", document, StringComparison.Ordinal);
            Assert.DoesNotContain("CONSOLE", log, StringComparison.Ordinal);
        }
    }

    private static async Task<(string Document, string Log)> Browse(string path, string profile)
    {
        var start = new ProcessStartInfo(ChromiumFactAttribute.Browser)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--enable-logging=stderr",
                $"--user-data-dir={profile}", "--virtual-time-budget=10000", "--dump-dom", new Uri(path).AbsoluteUri,
            },
        };
        using Process browser = Process.Start(start)!;
        Task<string> document = browser.StandardOutput.ReadToEndAsync(), log = browser.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(MostTime);
        await browser.WaitForExitAsync(timeout.Token);
        return (await document, await log);
    }
}
