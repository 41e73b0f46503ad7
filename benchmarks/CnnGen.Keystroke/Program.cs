using System.Globalization;
using CnnGen.Benchmarks.Peers;
using CnnGen.Keystroke;

if (args is not [var zoo])
{
    Console.Error.WriteLine("Expected the folder of the zoo's files; benchmarks/CnnGen.Benchmarks -- keystroke gives it.");
    return 2;
}

Console.WriteLine($"# {Processor.Name}\n\n.NET {Environment.Version}. What an editor waits for after a keystroke; medians.\n");
Console.WriteLine("| keystroke | files | generator | analyzer | together | 95 % | until the diagnostics are there | steps that ran |");
Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---|");
Session whole = Session.Open(zoo, "*.cs");
foreach (Keystroke keystroke in Keystroke.All)
{
    Print(keystroke, "its own", Session.Open(zoo, keystroke.File).Measure(keystroke));
    Print(keystroke, "the zoo", whole.Measure(keystroke));
}

return 0;

static void Print(Keystroke keystroke, string files, Measurement measured) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"| {keystroke.Name} | {files} | {measured.Median.Generator:F1} ms | {measured.Median.Analyzer:F1} ms | {measured.Together:F1} ms | "
        + $"{measured.Slow:F1} ms | {measured.Median.Wait:F1} ms | {measured.Reasons} |"));
