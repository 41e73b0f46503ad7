namespace SegmentationSample.Drawing;

/// <summary>What a pixel can belong to.</summary>
public static class ShapeClasses
{
    /// <summary>None of the shapes.</summary>
    public const int Background = 0;

    /// <summary>A disc.</summary>
    public const int Disc = 1;

    /// <summary>A rectangle.</summary>
    public const int Rectangle = 2;

    /// <summary>A triangle with three equal sides.</summary>
    public const int Triangle = 3;

    /// <summary>How many classes there are.</summary>
    public const int Count = 4;

    /// <summary>The name of each.</summary>
    public static readonly string[] Names = ["background", "disc", "rectangle", "triangle"];
}
