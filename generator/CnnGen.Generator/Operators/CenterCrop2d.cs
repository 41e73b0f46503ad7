namespace CnnGen.Generator.Operators;

/// <summary>The middle of the image; of an odd margin the smaller half is cut at the top and the left.</summary>
internal sealed record CenterCrop2d(int Height, int Width) : Operator;
