using System.Numerics;

namespace SegmentationSample.Drawing;

/// <summary>Random numbers and colours; a colour has red, green and blue between 0 and 1.</summary>
public static class RandomColors
{
    private const float LeastContrast = 0.45f;

    /// <summary>A number between two.</summary>
    public static float Between(this Random random, float least, float most) => least + (most - least) * random.NextSingle();

    /// <summary>Any colour.</summary>
    public static Vector3 Color(this Random random) => new(random.NextSingle(), random.NextSingle(), random.NextSingle());

    /// <summary>A colour that can be told from another.</summary>
    public static Vector3 ColorUnlike(this Random random, Vector3 other)
    {
        Vector3 color;
        do
        {
            color = random.Color();
        }
        while (Vector3.Distance(color, other) < LeastContrast);
        return color;
    }
}
