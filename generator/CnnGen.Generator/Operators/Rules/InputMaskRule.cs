using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators.Rules;

/// <summary>One mask an output channel, with bits of the group's input channels alone (CNN101).</summary>
internal static class InputMaskRule
{
    private const string Argument = "InputMasks";

    public static void Check(LayerContext layer, EquatableArray<int> masks, int inChannels, int outChannels)
    {
        if (inChannels > 32)
        {
            layer.Problems.OutOfRange(
                Argument, "left out where a group has more than 32 input channels", $"written for {Size.Text(inChannels)}");
        }
        else if (masks.Count != outChannels)
        {
            layer.Problems.OutOfRange(
                Argument, $"one mask for each of the {Size.Count(outChannels, "output channel")}", $"{Size.Text(masks.Count)} long");
        }

        uint all = inChannels >= 32 ? uint.MaxValue : (1u << inChannels) - 1;
        for (int i = 0; i < masks.Count && !layer.Failed; i++)
        {
            var mask = unchecked((uint)masks[i]);
            if (mask == 0 || (mask & ~all) != 0)
            {
                string expected = $"masks of 1 to {Size.Text(all)} for {Size.Count(inChannels, "input channel")}";
                layer.Problems.OutOfRange(Argument, expected, $"{Size.Text(mask)} for output channel {Size.Text(i)}");
            }
        }
    }

    /// <summary>Pairs of an output and an input channel that are connected.</summary>
    public static long Connections(EquatableArray<int> masks)
    {
        long count = 0;
        foreach (int mask in masks)
        {
            for (uint rest = unchecked((uint)mask); rest != 0; rest &= rest - 1)
            {
                count++;
            }
        }

        return count;
    }
}
