using System.Globalization;
using CnnGen.Onnx.Translation;

namespace CnnGen.Onnx.Structure;

/// <summary>Gives blocks their parameters, and writes rows of equal applications as repetitions; inner blocks first.</summary>
internal static class Parameterisation
{
    public static void Run(Body body) => Run(body, []);

    private static void Run(Body body, HashSet<Body> done)
    {
        if (!done.Add(body))
        {
            return;
        }

        foreach (Item item in body.Items.Where(item => item.Block is not null))
        {
            Run(item.Block!, done);
            item.Arguments = [.. item.Block!.Parameters.Select(parameter => new LayerArgument(parameter.Name, 0) { IsPositional = true })];
            for (int i = 0; i < item.Instances.Count; i++)
            {
                ItemInstance instance = item.Instances[i];
                item.Instances[i] = instance with
                {
                    Numbers = [.. item.Block.Parameters.Select(parameter => parameter.Values[instance.Blocks[0]])],
                };
            }
        }

        Repetition.Join(body);
        foreach (Item item in body.Items)
        {
            for (int argument = 0; argument < item.Arguments.Count; argument++)
            {
                if (item.Arguments[argument].Number is not null && Expressions.Of(body, item, argument) is null)
                {
                    body.Parameters.Add(new(Name(body, item.Arguments[argument].Name), item.Numbers(argument)));
                }
            }
        }
    }

    /// <summary>How many parameters a body would need.</summary>
    public static int Count(Body body)
    {
        var distinct = new List<int[]>();
        foreach (Item item in body.Items.Where(item => item.Block is null))
        {
            for (int argument = 0; argument < item.Arguments.Count; argument++)
            {
                if (item.Arguments[argument].Number is not null && Expressions.Of(body, item, argument) is null
                    && item.Numbers(argument) is var numbers && !distinct.Any(known => known.SequenceEqual(numbers)))
                {
                    distinct.Add(numbers);
                }
            }
        }

        return distinct.Count;
    }

    private static string Name(Body body, string argument)
    {
        string stem = argument switch
        {
            "outChannels" or "outFeatures" => "Width",
            "StrideHeight" or "StrideWidth" or "Stride" => "Step",
            "KernelHeight" or "KernelWidth" or "kernel" => "Kernel",
            "PaddingTop" or "PaddingBottom" or "PaddingLeft" or "PaddingRight" or "Padding" => "Margin",
            "DilationHeight" or "DilationWidth" or "Dilation" => "Spread",
            _ => char.ToUpperInvariant(argument[0]) + argument[1..].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
        };
        string name = stem;
        for (int i = 2; body.Parameters.Any(parameter => parameter.Name == name); i++)
        {
            name = stem + i.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
