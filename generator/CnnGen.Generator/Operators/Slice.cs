using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators;

/// <summary>So many channels (or features) from one on.</summary>
internal sealed record Slice(int Start, int Count) : Operator
{
    internal override void Describe(OptionText options) => options.Number("start", Start);
}


/// <summary>Options of <c>Slice</c>.</summary>
internal sealed record SliceOptions(int Start, int Count) : LayerOptions
{
    public override Inference? Infer(LayerContext layer)
    {
        if (layer.Input is not { } input || layer.Failed)
        {
            return null;
        }

        int channels = input.Shape.Channels;
        if ((long)Start + Count > channels)
        {
            bool isStart = Start >= channels;
            string argument = isStart ? "start" : "count";
            int most = isStart ? channels - 1 : channels - Start;
            Fix way = new FixFinder(layer, DiagnosticIds.ChannelsDoNotFit, argument)
                .Set($"use a {argument} of at most {Size.Text(most)}", (argument, most));
            layer.Problems.Error(
                DiagnosticIds.ChannelsDoNotFit, argument, [way],
                $"Slice of {Size.Text(Count)} from {Size.Text(Start)}", Size.Count(channels, input.Shape.IsVector ? "feature" : "channel"),
                $"{Size.Text(Start)} + {Size.Text(Count)} > {Size.Text(channels)}", way.Text);
            return null;
        }

        return new(new Slice(Start, Count), input with { Shape = input.Shape with { Channels = Count } });
    }
}
