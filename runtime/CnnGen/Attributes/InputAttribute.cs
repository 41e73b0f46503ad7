namespace CnnGen;

/// <summary>The shape of one input sample. Stands once, before the layers.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute : Attribute
{
    /// <summary>An image of C×H×W.</summary>
    /// <param name="channels">Channels, at least 1 (CNN101).</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Columns, at least 1.</param>
    public InputAttribute(int channels, int height, int width)
    {
        Channels = channels;
        Height = height;
        Width = width;
    }

    /// <summary>A vector of features.</summary>
    /// <param name="features">Features of the vector, at least 1 (CNN101).</param>
    public InputAttribute(int features)
        : this(features, 1, 1)
    {
    }

    /// <summary>Channels of the image, or features of the vector.</summary>
    public int Channels { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>The order of the caller's span; <see cref="TensorLayout.ChannelsFirst"/> by default.</summary>
    public TensorLayout Layout { get; set; }
}
