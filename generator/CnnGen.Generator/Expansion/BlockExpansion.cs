using System.Globalization;
using CnnGen.Generator.Attributes;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;
using CnnGen.Generator.Specs.Expressions;

namespace CnnGen.Generator.Expansion;

/// <summary>Expands an <c>Apply</c> in place (CNN007).</summary>
internal sealed class BlockExpansion(NetworkSpec network, GraphDraft draft, Scope scope)
{
    private const string Arguments = "arguments";
    private const string Repeat = "Repeat";
    private const string StartIndex = "StartIndex";
    private const int MostLayers = 10_000;
    private const int MostLevels = 64;

    /// <summary>The value that the last application gives.</summary>
    public int Expand(ArgumentReader apply, int index, BlockReference block, int input)
    {
        int owner = block.Index + 1;
        if ((block.Fault ?? Fault(block, owner)) is { } fault)
        {
            apply.Problems.Error(DiagnosticIds.NotABlock, null, block.Name, fault);
            return draft.AddUnknown();
        }

        BlockSpec spec = network.Blocks[block.Index];
        if (!TakesArguments(apply, spec))
        {
            return draft.AddUnknown();
        }

        int count = apply.AtLeast(1, Repeat, fallback: 1);
        int start = apply.AtLeast(0, StartIndex, fallback: 0);
        if (apply.Spec.Has(StartIndex) && !apply.Spec.Has(Repeat))
        {
            apply.Problems.OutOfRange(StartIndex, "left out where there is no Repeat", start.ToString(CultureInfo.InvariantCulture));
        }

        string path = scope.Prefix + scope.LocalName(index);
        int value = input;
        for (long i = start; i < (long)start + count; i++)
        {
            if (draft.LayerCount > MostLayers)
            {
                apply.Problems.OutOfRange(
                    Repeat, $"so small that the network has at most {Size.Text(MostLayers)} layers", Size.Text(count));
                return draft.AddUnknown();
            }

            string suffix = apply.Spec.Has(Repeat) ? "." + i.ToString(CultureInfo.InvariantCulture) : "";
            value = ExpandOnce(apply, spec, owner, path + suffix, index, value);
        }

        return value;
    }

    /// <summary>Whether the block gets as many arguments as it has parameters (CNN103), which can be seen (CNN105).</summary>
    private static bool TakesArguments(ArgumentReader apply, BlockSpec block)
    {
        int given = Given(apply)?.Count ?? apply.Spec.Get(Arguments, EquatableArray<Expression>.Empty).Count;
        if (block.IsUnseen || (block.IsForeign && given > 0))
        {
            apply.Problems.Error(DiagnosticIds.ExpressionUnseen, Arguments, $"block '{block.Name}'", "add its source to this project");
        }
        else if (given != block.Parameters.Count && !block.Layers.Any(layer => layer.IsBroken))
        {
            string names = block.Parameters.Count == 0 ? "" : $" ({string.Join(", ", block.Parameters)})";
            string[] values = [block.Name, Size.Count(block.Parameters.Count, "argument") + names, Size.Text(given)];
            if (given > block.Parameters.Count)
            {
                apply.Problems.ErrorAt(DiagnosticIds.ArgumentCount, Arguments, block.Parameters.Count, values);
            }
            else
            {
                apply.Problems.Error(DiagnosticIds.ArgumentCount, null, values);
            }
        }
        else
        {
            return true;
        }

        return false;
    }

    /// <summary>What the block is applied with; null where that is unknown.</summary>
    private static EquatableArray<int>? Given(ArgumentReader apply) =>
        apply.Spec.Arguments.Any(argument => argument is { Name: Arguments, Value: EquatableArray<Expression> })
            ? null
            : apply.Spec.Get(Arguments, EquatableArray<int>.Empty);

    private int ExpandOnce(ArgumentReader apply, BlockSpec block, int owner, string path, int index, int input)
    {
        Scope inner = scope.Enter(block, owner, path, index, Given(apply), draft.Signal(input));
        draft.Report(block.Problems, inner.Path);
        int output = new LayerChain(network, draft, inner).Expand(input)[0];
        draft.Claim(output, name: null, scope.Origin(index));
        return block.Problems.Count > 0 ? draft.AddUnknown() : output;
    }

    private string? Fault(BlockReference block, int owner)
    {
        if (scope.IsWithin(owner))
        {
            int outermost = scope.Path.Applied.ToList().FindIndex(place => place.Owner == owner);
            IEnumerable<string> cycle = scope.Path.Applied.Skip(outermost < 0 ? scope.Path.Applied.Count : outermost)
                .Select(place => network.Blocks[place.Owner - 1].Name)
                .Append(network.Blocks[scope.Owner - 1].Name);
            return $"it contains itself ({string.Join(" -> ", cycle.Append(block.Name))}); remove this Apply";
        }

        return scope.Path.Applied.Count >= MostLevels
            ? $"blocks nest more than {MostLevels.ToString(CultureInfo.InvariantCulture)} deep; apply it in fewer levels"
            : null;
    }
}
