using System.Globalization;
using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Structure;

/// <summary>Integer arguments as C#: a number, a multiple of channels, or of a block's parameter.</summary>
internal static class Expressions
{
    private const int MostFactor = 8;

    private static readonly HashSet<string> OfChannels = new(StringComparer.Ordinal)
    {
        "outChannels", "outFeatures", "Groups", "groups", "start", "count", "width",
    };

    /// <summary>The text for an argument that is the same in all instances, or follows from something; else null.</summary>
    public static string? Of(Body body, Item item, int argument)
    {
        int[] numbers = item.Numbers(argument);
        if (Array.TrueForAll(numbers, number => number == numbers[0]))
        {
            return numbers[0].ToString(CultureInfo.InvariantCulture);
        }

        bool mayBeChannels = item.Block is not null || OfChannels.Contains(item.Arguments[argument].Name);
        int[] channels = [.. item.Instances.Select(instance => instance.InChannels)];
        return Parameter(body, numbers, onlyEqual: true)
            ?? (mayBeChannels ? Multiple(numbers, channels, "Graph.Channels")
                ?? Multiple(numbers, body.InputChannels, "Graph.InputChannels") : null)
            ?? Parameter(body, numbers, onlyEqual: false);
    }

    private static string? Parameter(Body body, int[] numbers, bool onlyEqual) => body.Parameters
        .Select(parameter => parameter.Values.SequenceEqual(numbers) ? Text(parameter)
            : onlyEqual ? null
            : Multiple(numbers, parameter.Values, Text(parameter)))
        .FirstOrDefault(text => text is not null);

    private static string Text(BlockParameter parameter) => $"{{0}}.{parameter.Name}";

    /// <summary>The numbers as a multiple, or a fraction, of others.</summary>
    private static string? Multiple(IReadOnlyList<int> numbers, IReadOnlyList<int> of, string text)
    {
        for (int factor = 1; factor <= MostFactor; factor++)
        {
            if (numbers.Zip(of).All(pair => pair.First == (long)factor * pair.Second))
            {
                return factor == 1 ? text : $"{factor.ToString(CultureInfo.InvariantCulture)} * {text}";
            }

            if (numbers.Zip(of).All(pair => (long)factor * pair.First == pair.Second))
            {
                return $"{text} / {factor.ToString(CultureInfo.InvariantCulture)}";
            }
        }

        return null;
    }
}
