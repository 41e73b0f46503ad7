namespace CnnGen.Images.Resampling;

/// <summary>One axis of <c>CenterCrop</c>.</summary>
/// <param name="Length">Pixels of the result.</param>
/// <param name="Begin">The first of the image's that is in it.</param>
/// <param name="Count">How many of the image's are in it.</param>
/// <param name="Before">Black ones before them.</param>
internal readonly record struct CropAxis(int Length, int Begin, int Count, int Before)
{
    /// <param name="size">Pixels of the image.</param>
    /// <param name="length">Pixels of the result.</param>
    public static CropAxis Of(int size, int length) => length > size
        ? new(length, 0, size, (length - size) / 2)
        : new(length, (int)Math.Round((size - length) / 2.0, MidpointRounding.ToEven), length, 0);
}
