namespace CnnGen.Samples.Imaging;

/// <summary>A colour image.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Rgb">Red, green, blue of each pixel, 0 to 255, row by row.</param>
public sealed record Picture(int Width, int Height, byte[] Rgb);
