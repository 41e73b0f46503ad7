namespace CnnGen.Samples.Imaging;

/// <summary>A colour, 0 to 255 each.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>A colour from numbers between 0 and 1; what is outside is cut off.</summary>
    public static Rgb From(float red, float green, float blue)
    {
        return new(Byte(red), Byte(green), Byte(blue));

        static byte Byte(float value) => (byte)(Math.Clamp(value, 0f, 1f) * 255f + 0.5f);
    }

    /// <summary>This colour with some of another laid over it.</summary>
    /// <param name="over">The other.</param>
    /// <param name="share">0 for none of it, 1 for it alone.</param>
    public Rgb Blend(Rgb over, float share)
    {
        return new(Mix(Red, over.Red), Mix(Green, over.Green), Mix(Blue, over.Blue));

        byte Mix(byte below, byte above) => (byte)(below + (above - below) * share + 0.5f);
    }
}
