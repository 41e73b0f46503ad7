using System.CommandLine;
using ImageFilters;

string[] names = [Sample.All, .. Sample.Filters.Keys];
var filter = new Option<string>("--filter") { Description = "Which filter.", DefaultValueFactory = _ => Sample.All };
filter.AcceptOnlyFromAmong(names);
var input = new Option<string?>("--input")
{
    HelpName = "file",
    Description = "A PNG file. Without it, the photo of a raccoon that comes with the sample.",
};
var output = new Option<string?>("--output")
{
    HelpName = "folder",
    Description = "Where <name>-<filter>.png are written. [default: the working folder]",
};

var command = new RootCommand("Blurs, sharpens and embosses a picture and finds its edges, with convolutions known at compile time.")
{
    filter, input, output,
};
command.SetAction((result, cancellation) => Task.FromResult(Sample.Run(
    new Options(result.GetValue(filter)!, result.GetValue(input), result.GetValue(output)), cancellation)));
var parsed = command.Parse(args);
foreach (var error in parsed.Errors)
{
    Console.Error.WriteLine(error.Message);
}

return parsed.Errors.Count > 0
    ? 1
    : await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
