namespace CnnGen;

/// <summary>A loss for each output, added up with weights.</summary>
internal sealed class OutputLosses : Loss
{
    private readonly (SingleLoss Loss, double Weight)[] _losses;

    public OutputLosses(IReadOnlyList<(Loss Loss, double Weight)> losses)
    {
        ArgumentOutOfRangeException.ThrowIfZero(losses.Count, nameof(losses));
        _losses =
        [
            .. losses.Select((part, i) => part.Loss is SingleLoss loss
                ? (loss, Settings.NotNegative(part.Weight, "weight"))
                : throw new ArgumentException(
                    $"loss {i}: expected the loss of one output, found {(part.Loss is null ? "null" : "another OfOutputs")}",
                    nameof(losses))),
        ];
    }

    internal override IEnumerable<string> Doubts(NetworkInfo network)
    {
        Check(network);
        return _losses.Zip(network.Outputs).SelectMany(part => part.First.Loss.Doubts(network with { Outputs = [part.Second] }));
    }

    internal override IReadOnlyList<LossPart> Parts(NetworkInfo network)
    {
        Check(network);
        int offset = 0;
        var parts = new List<LossPart>();
        foreach (((SingleLoss loss, double weight), TensorInfo output) in _losses.Zip(network.Outputs))
        {
            parts.Add(new LossPart(loss, OutputShape.Of(network with { Outputs = [output] }), offset, weight));
            offset += output.Length;
        }

        return parts;
    }

    private void Check(NetworkInfo network)
    {
        if (network.Outputs.Count != _losses.Length)
        {
            throw new ArgumentException(
                $"OfOutputs: expected a loss for each output of {network.Name} ({string.Join(", ", network.Outputs)}), "
                + $"found {_losses.Length} losses for {network.Outputs.Count} outputs; a weight of 0 leaves one out");
        }
    }
}
