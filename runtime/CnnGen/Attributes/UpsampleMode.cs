namespace CnnGen;

/// <summary>How <see cref="UpsampleAttribute"/> makes the pixels between pixels.</summary>
public enum UpsampleMode
{
    /// <summary>Each pixel becomes a square of equal ones.</summary>
    Nearest,

    /// <summary>Linearly in both axes.</summary>
    Bilinear,
}
