using System.Globalization;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>Groups divide the input's and the output's channels (CNN204).</summary>
internal static class GroupRule
{
    private const int SearchLimit = 10_000;

    /// <param name="layer">The layer.</param>
    /// <param name="groups">Its groups.</param>
    /// <param name="inChannels">Null where the input is unknown.</param>
    /// <param name="outChannels">Channels of the output.</param>
    public static void Check(LayerContext layer, int groups, int? inChannels, int outChannels)
    {
        if (layer.Failed)
        {
            return;
        }

        var finder = new FixFinder(layer, DiagnosticIds.GroupsDoNotDivide, "Groups");
        Fix[] ways = [.. Divisors(groups, Gcd(inChannels ?? outChannels, outChannels)).Select(divisor => finder.Set("Groups", divisor))];
        if (inChannels is { } channels && channels % groups != 0)
        {
            Report(channels, "input channel");
        }
        else if (outChannels % groups != 0)
        {
            Report(outChannels, "output channel");
        }

        void Report(int count, string unit) => layer.Problems.Error(
            DiagnosticIds.GroupsDoNotDivide, "Groups", ways, Text(groups), Size.Count(count, unit), Text(count), Text(count % groups),
            Fix.Join(ways));
    }

    /// <summary>The nearest divisors of a number, below and above another.</summary>
    public static IEnumerable<int> Divisors(int groups, int common)
    {
        int below = Math.Min(groups, common);
        int stop = Math.Max(1, below - SearchLimit);
        while (below > stop && common % below != 0)
        {
            below--;
        }

        yield return common % below == 0 ? below : 1;
        for (long above = (long)groups + 1; above <= Math.Min(common, (long)groups + SearchLimit); above++)
        {
            if (common % above == 0)
            {
                yield return (int)above;
                yield break;
            }
        }
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
