using System.CommandLine;
using CnnGen.Samples;
using ImageFilters;

string[] names = [Sample.All, .. Sample.Filters.Keys];
var filter = new Option<string>("--filter") { Description = "Which filter.", DefaultValueFactory = _ => Sample.All };
filter.AcceptOnlyFromAmong(names);
var input = new Option<string?>("--input")
{
    HelpName = "file",
    Description = "A PNG or JPEG file. Without it, the photo of a raccoon that comes with the sample.",
};
var output = CommandLine.OutputFolder("Where <name>-<filter>.png are written.");

var command = new RootCommand("Blurs, sharpens and embosses a picture and finds its edges, with convolutions known at compile time.")
{
    filter, input, output,
};
return await CommandLine.Run(args, command, (result, cancellation) => Sample.Run(
    new Options(result.GetValue(filter)!, result.GetValue(input), result.GetValue(output)!), cancellation));
