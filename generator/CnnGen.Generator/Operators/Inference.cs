using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Operators;

/// <summary>What a layer becomes for the inputs it gets.</summary>
internal sealed record Inference(
    Operator Operator, Signal Output, EquatableArray<Parameter> Parameters, long MultiplyAdds = 0)
{
    /// <summary>A layer without parameters.</summary>
    public Inference(Operator op, Signal output)
        : this(op, output, EquatableArray<Parameter>.Empty)
    {
    }
}
