namespace CnnGen;

/// <summary>One sample's outputs as a loss sees them.</summary>
/// <param name="Classes">Features of a vector, channels of a C×H×W tensor.</param>
/// <param name="Pixels">1 for a vector, else H·W.</param>
/// <param name="Length">Elements of all outputs.</param>
/// <param name="OutputCount">How many outputs the network has.</param>
/// <param name="Layout">The order of classes and pixels.</param>
internal readonly record struct OutputShape(int Classes, int Pixels, int Length, int OutputCount, TensorLayout Layout)
{
    /// <summary>Elements from one class to the next.</summary>
    public int ClassStride => Layout == TensorLayout.ChannelsLast ? 1 : Pixels;

    /// <summary>Elements from one pixel to the next.</summary>
    public int PixelStride => Layout == TensorLayout.ChannelsLast ? Classes : 1;

    public static OutputShape Of(NetworkInfo info)
    {
        TensorInfo first = info.Outputs[0];
        int classes = first.Shape[0];
        int length = info.Outputs.Sum(output => output.Length);
        return new OutputShape(classes, first.Length / classes, length, info.Outputs.Count, first.Layout);
    }

    /// <summary>The element of a class at a pixel.</summary>
    public int At(int c, int pixel) => c * ClassStride + pixel * PixelStride;
}
