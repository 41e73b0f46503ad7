namespace CnnGen;

/// <summary>
/// A layer of a network. Layers run in source order; several may stand in one bracket. The compiler reads the attributes as
/// they are written: an argument that is not written has the default that its description names.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>
    /// Names the output and prefixes the parameters (<c>conv1.weight</c>). By default the parameters take the layer's index among
    /// the class's layers, as in <c>nn.Sequential</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The named output to read, or <see cref="Graph.Input"/>; by default the previous layer's output.</summary>
    public string? From { get; set; }
}
