namespace CnnGen.Generator.Graph;

/// <summary>What one element of a tensor can see of the input: so many rows, and how far the next element's view lies below.</summary>
internal readonly record struct ReceptiveField(long Rows, long Step)
{
    /// <summary>The view through a window: rows grow by (extent − 1) steps. Sizes saturate.</summary>
    public ReceptiveField Through(int extent, int stride) =>
        new(Size.Add(Rows, Size.Product(extent - 1, Step)), Size.Product(Step, stride));
}

/// <summary>What is known of a tensor while the graph is built.</summary>
internal readonly record struct Signal(Shape Shape, ReceptiveField Field);
