namespace CnnGen.Data;

/// <summary>From a pixel of the result to the place in the source that it shows: (x, y) → (xx·x + xy·y + x0, yx·x + yy·y + y0).</summary>
internal readonly record struct InverseAffine(float XX, float XY, float X0, float YX, float YY, float Y0)
{
    /// <summary>Undoes a clockwise turn and a scale about the image's centre and a shift after them.</summary>
    public static InverseAffine About(ImageShape shape, double angle, double shiftX, double shiftY, double scale)
    {
        double cos = Math.Cos(angle) / scale, sin = Math.Sin(angle) / scale;
        double centreX = (shape.Width - 1) / 2.0, centreY = (shape.Height - 1) / 2.0;
        double x = centreX + shiftX, y = centreY + shiftY;
        return new InverseAffine(
            (float)cos, (float)sin, (float)(centreX - cos * x - sin * y), (float)-sin, (float)cos, (float)(centreY + sin * x - cos * y));
    }

    /// <summary>The place that a pixel shows.</summary>
    public (float X, float Y) At(int x, int y) => (XX * x + XY * y + X0, YX * x + YY * y + Y0);
}
