using System.CommandLine;

namespace CnnGen.Samples.Tests;

/// <summary>Numbers on the samples' command lines.</summary>
public class CommandLineTests
{
    private static readonly Option<double> Gain = CommandLine.Decimal("--gain", 0.5, 0.01, 10, "A number.");
    private static readonly Option<int> Steps = CommandLine.Number("--steps", 20, 1, 1000, "A whole number.");

    [Theory]
    [InlineData("", 0.5, 20)]
    [InlineData("--gain 0.25 --steps 7", 0.25, 7)]
    [InlineData("--gain 1e-1 --steps 1000", 0.1, 1000)]
    public void Numbers_are_read(string line, double gain, int steps)
    {
        ParseResult result = Parse(line);
        Assert.Empty(result.Errors);
        Assert.Equal((gain, steps), (result.GetValue(Gain), result.GetValue(Steps)));
    }

    [Theory]
    [InlineData("--gain 0,5", "--gain must be a number from 0.01 to 10, but is '0,5'.")]
    [InlineData("--gain NaN", "--gain must be a number from 0.01 to 10, but is 'NaN'.")]
    [InlineData("--gain -1", "--gain must be a number from 0.01 to 10, but is '-1'.")]
    [InlineData("--steps ten", "--steps must be a whole number from 1 to 1000, but is 'ten'.")]
    [InlineData("--steps 1.5", "--steps must be a whole number from 1 to 1000, but is '1.5'.")]
    [InlineData("--steps 1001", "--steps must be a whole number from 1 to 1000, but is '1001'.")]
    [InlineData("--steps 99999999999", "--steps must be a whole number from 1 to 1000, but is '99999999999'.")]
    public void What_is_no_number_or_beyond_the_limits_is_an_error(string line, string expected) =>
        Assert.Equal(expected, Assert.Single(Parse(line).Errors).Message);

    private static ParseResult Parse(string line) => new RootCommand { Gain, Steps }.Parse(line);
}
