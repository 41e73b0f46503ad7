namespace CnnGen.Generator.Specs.Expressions;

/// <summary>What the library's constants stand for at one attribute, in one application of its block.</summary>
/// <param name="Arguments">What the block is applied with; null where that is unknown.</param>
/// <param name="Channels">Channels of what the layer reads; null where they are unknown.</param>
/// <param name="InputChannels">Channels of the block's input; null where they are unknown.</param>
internal sealed record Surroundings(EquatableArray<int>? Arguments, int? Channels, int? InputChannels)
{
    /// <summary>Why there are no arguments; null in a block.</summary>
    public string? OutsideBlock { get; init; }

    /// <summary>Why there is no input; null at a layer.</summary>
    public string? OutsideLayers { get; init; }

    /// <summary>An attribute that is no layer.</summary>
    public static Surroundings Of(string kind)
    {
        string reason = $"{kind} reads no tensor and no block's arguments; write a number";
        return new(Arguments: null, Channels: null, InputChannels: null) { OutsideBlock = reason, OutsideLayers = reason };
    }

    public Evaluation Find(int placeholder)
    {
        bool isArgument = placeholder < Placeholders.Arguments;
        if ((isArgument ? OutsideBlock : OutsideLayers) is { } reason)
        {
            return new(new ExpressionFault(Diagnostics.DiagnosticIds.NoValue, Placeholders.Name(placeholder), reason));
        }

        return new(
            placeholder == Placeholders.Channels ? Channels
            : placeholder == Placeholders.InputChannels ? InputChannels
            : Arguments is { } arguments && placeholder < arguments.Count ? arguments[placeholder]
            : null);
    }
}
