using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>So many channels (or features) from one on.</summary>
internal sealed record Slice(int Start, int Count) : Operator
{
    public static Inference? Infer(LayerContext layer)
    {
        int start = layer.AtLeast(0, "start", fallback: 0);
        int count = layer.AtLeast(1, "count", fallback: 1);
        if (layer.Input is not { } input || layer.Failed)
        {
            return null;
        }

        int channels = input.Shape.Channels;
        if ((long)start + count > channels)
        {
            bool isStart = start >= channels;
            string argument = isStart ? "start" : "count";
            int most = isStart ? channels - 1 : channels - start;
            Fix way = new FixFinder(layer, DiagnosticIds.ChannelsDoNotFit, argument)
                .Set($"use a {argument} of at most {Size.Text(most)}", (argument, most));
            layer.Error(
                DiagnosticIds.ChannelsDoNotFit, argument, [way],
                $"Slice of {Size.Text(count)} from {Size.Text(start)}", Size.Count(channels, input.Shape.IsVector ? "feature" : "channel"),
                $"{Size.Text(start)} + {Size.Text(count)} > {Size.Text(channels)}", way.Text);
            return null;
        }

        return new(new Slice(start, count), input with { Shape = input.Shape with { Channels = count } });
    }
}
