using System.Globalization;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

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

        string wayOut = WayOut(groups, Gcd(inChannels ?? outChannels, outChannels));
        if (inChannels is { } channels && channels % groups != 0)
        {
            Report(channels, "input channel");
        }
        else if (outChannels % groups != 0)
        {
            Report(outChannels, "output channel");
        }

        void Report(int count, string unit) => layer.Error(
            DiagnosticIds.GroupsDoNotDivide, "Groups", Text(groups), Size.Count(count, unit), Text(count), Text(count % groups), wayOut);
    }

    /// <summary>The nearest divisors of both channel counts, below and above.</summary>
    private static string WayOut(int groups, int common)
    {
        var divisors = new List<string>();
        int below = Math.Min(groups, common);
        int stop = Math.Max(1, below - SearchLimit);
        while (below > stop && common % below != 0)
        {
            below--;
        }

        divisors.Add(Text(common % below == 0 ? below : 1));
        for (long above = (long)groups + 1; above <= Math.Min(common, (long)groups + SearchLimit); above++)
        {
            if (common % above == 0)
            {
                divisors.Add(above.ToString(CultureInfo.InvariantCulture));
                break;
            }
        }

        return $"Groups = {string.Join(" or ", divisors)}";
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
