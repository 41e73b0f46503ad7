using CnnGen.Generator.Model;

namespace CnnGen.Generator.Operators;

/// <summary>What a layer becomes for the inputs it gets.</summary>
internal sealed record Inference(
    Operator Operator, Signal Output, EquatableArray<Parameter> Parameters, long MultiplyAdds = 0)
{
    /// <summary>Of a layer that becomes several operators: what its name gets behind it, <c>.depthwise</c>.</summary>
    public string Part { get; init; } = "";

    /// <summary>The operator that reads this one's output, if the layer becomes several.</summary>
    public Inference? Next { get; init; }

    /// <summary>This operator and those that follow, in order.</summary>
    public IEnumerable<Inference> Steps
    {
        get
        {
            for (Inference? step = this; step is not null; step = step.Next)
            {
                yield return step;
            }
        }
    }

    /// <summary>A layer without parameters.</summary>
    public Inference(Operator op, Signal output)
        : this(op, output, EquatableArray<Parameter>.Empty)
    {
    }
}
