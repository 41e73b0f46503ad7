using System.Globalization;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>What normalisations and channel operators have in common.</summary>
internal static class ChannelRule
{
    /// <summary>The channels are a multiple of a number (CNN211).</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="argument">The argument that asks for it.</param>
    /// <param name="value">Its value.</param>
    /// <param name="divisor">The number.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="ways">Ways out; by default the nearest values that divide the channels.</param>
    public static bool Divides(
        LayerContext layer, string argument, int value, long divisor, int channels, IEnumerable<Fix>? ways = null)
    {
        if (channels % divisor == 0)
        {
            return true;
        }

        string number = divisor.ToString(CultureInfo.InvariantCulture);
        string rest = (channels % divisor).ToString(CultureInfo.InvariantCulture);
        var finder = new FixFinder(layer, DiagnosticIds.ChannelsDoNotFit, argument);
        IEnumerable<Fix> fixes = ways
            ?? GroupRule.Divisors((int)Math.Min(divisor, channels), channels).Select(other => finder.Set(argument, other));
        layer.Problems.Error(
            DiagnosticIds.ChannelsDoNotFit, argument, fixes,
            $"{layer.Kind} with {argument} {value.ToString(CultureInfo.InvariantCulture)}", Size.Count(channels, "channel"),
            $"{channels.ToString(CultureInfo.InvariantCulture)} mod {number} = {rest}", WayOut(divisor, channels));
        return false;
    }

    /// <summary>A mean over one element is the element, and what is left is 0 (CNN216).</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="argument">The argument that chooses the elements, if one does.</param>
    /// <param name="elements">Elements that a mean is taken over.</param>
    /// <param name="shape">The input.</param>
    /// <param name="ways">What to do about it.</param>
    /// <param name="severity">An error where PyTorch refuses it, too.</param>
    public static void RequireSeveral(
        LayerContext layer, string? argument, long elements, Shape shape, IEnumerable<Fix> ways, Severity severity = Severity.Error)
    {
        if (elements == 1)
        {
            Fix[] known = [.. ways];
            layer.Problems.Report(
                severity, DiagnosticIds.SingleElements, argument, known, layer.Kind, Merge.Text(shape), Fix.Join(known));
        }
    }

    /// <summary>The nearest multiples, below and above.</summary>
    private static string WayOut(long divisor, int channels)
    {
        long below = channels / divisor * divisor, above = below + divisor;
        string multiples = below > 0 ? $"{Text(below)} or {Text(above)}" : Text(above);
        return $"give it {multiples} channels";

        static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
    }
}
