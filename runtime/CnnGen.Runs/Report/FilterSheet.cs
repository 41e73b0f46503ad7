using CnnGen.Data;

namespace CnnGen.Runs;

/// <summary>The first convolution's filters as images: in colour where it reads three channels, else its first channel.</summary>
internal static class FilterSheet
{
    private const int Shown = 64;

    /// <summary>The layer's name and its filters; null for a network without convolutions.</summary>
    public static (string Name, IReadOnlyList<string> Images)? Of<T>(T network)
        where T : INetwork<T>
    {
        ParameterInfo? weight = T.Info.Parameters.FirstOrDefault(
            parameter => parameter is { IsTrainable: true, Shape: [_, _, var height, var width] } && height * width > 1);
        if (weight is null)
        {
            return null;
        }

        var shape = new ImageShape(weight.Shape[1], weight.Shape[2], weight.Shape[3]);
        float[] values = network.Parameter(weight.Name).ToArray();
        float most = Math.Max(values.Max(MathF.Abs), float.Epsilon);
        return (weight.Name, [.. values.Chunk(shape.Length).Take(Shown).Select(filter => Bitmap.Encode(filter, shape, -most, most))]);
    }
}
