using System.Numerics;

namespace SegmentationSample.Drawing;

/// <summary>Draws noisy images of shapes on a textured background, each with the class of every pixel.</summary>
public static class ShapeScene
{
    /// <summary>Rows and columns of an image.</summary>
    public const int Size = 64;

    /// <summary>Pixels of an image: the length of its mask.</summary>
    public const int Pixels = Size * Size;

    /// <summary>Elements of an image: all red values, then all green, then all blue.</summary>
    public const int ImageLength = 3 * Pixels;

    private const int MostShapes = 3;
    private const float Noise = 0.2f;

    /// <summary>Draws one of endlessly many images; the same number gives the same image.</summary>
    /// <param name="number">Which image.</param>
    /// <param name="image">Receives red, green and blue, about 0 to 1.</param>
    /// <param name="mask">Receives the class of each pixel.</param>
    public static void Draw(int number, Span<float> image, Span<int> mask)
    {
        var random = new Random(number);
        Vector3 ground = random.Color();
        var background = new Texture(random, ground);
        var shapes = new (Shape Shape, Texture Texture)[random.Next(1, MostShapes + 1)];
        foreach (ref var shape in shapes.AsSpan())
        {
            shape = (new Shape(random, Size), new Texture(random, random.ColorUnlike(ground)));
        }

        for (int pixel = 0; pixel < Pixels; pixel++)
        {
            (int y, int x) = Math.DivRem(pixel, Size);
            Vector3 color = background.At(x, y);
            mask[pixel] = ShapeClasses.Background;
            foreach (var (shape, texture) in shapes)
            {
                float depth = shape.Depth(x, y);
                if (depth > -0.5f)
                {
                    color = Vector3.Lerp(color, texture.At(x, y), Math.Min(1f, depth + 0.5f));
                    mask[pixel] = depth > 0 ? shape.Class : mask[pixel];
                }
            }

            color += (random.Color() + random.Color() - Vector3.One) * Noise;
            image[pixel] = color.X;
            image[Pixels + pixel] = color.Y;
            image[2 * Pixels + pixel] = color.Z;
        }
    }
}
