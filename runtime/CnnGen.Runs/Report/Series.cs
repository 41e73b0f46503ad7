namespace CnnGen.Runs;

/// <summary>A line of a chart.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Color">As in CSS.</param>
/// <param name="Values">One an epoch, from epoch 1 on; NaN leaves a gap.</param>
internal sealed record Series(string Name, string Color, IReadOnlyList<double> Values);
