namespace CnnGen.Images.Resampling;

/// <summary>One axis of a resize, of which a part is computed.</summary>
/// <param name="From">Pixels before.</param>
/// <param name="To">Pixels afterwards.</param>
/// <param name="Begin">The first that is computed.</param>
/// <param name="Count">How many are.</param>
internal readonly record struct ResizeAxis(int From, int To, int Begin, int Count);
