namespace CnnGen.Data.Tests;

/// <summary>Images whose pixels tell sample and place: element i of sample n is n + i / 1024. Classes 0, 1, 2 take turns.</summary>
internal static class NumberedImages
{
    public const int Classes = 3;

    public static ArrayDataset Of(int count, ImageShape shape)
    {
        float[] images = new float[count * shape.Length];
        for (int i = 0; i < images.Length; i++)
        {
            images[i] = i / shape.Length + i % shape.Length / 1024f;
        }

        return new ArrayDataset(images, [.. Enumerable.Range(0, count).Select(n => n % Classes)], shape);
    }

    /// <summary>Images with masks: a pixel's value, in each channel, and its label are its place.</summary>
    public static ArrayDataset WithMasks(int count, ImageShape shape)
    {
        float[] images = new float[count * shape.Length];
        int[] masks = new int[count * shape.Pixels];
        for (int i = 0; i < images.Length; i++)
        {
            images[i] = i % shape.Pixels;
        }

        for (int i = 0; i < masks.Length; i++)
        {
            masks[i] = i % shape.Pixels;
        }

        return new ArrayDataset(images, masks, shape);
    }
}
