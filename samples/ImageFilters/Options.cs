namespace ImageFilters;

/// <summary>What the command line asks for.</summary>
/// <param name="Filter">A name of <see cref="Sample.Filters"/>, or <c>all</c>.</param>
/// <param name="Input">A PNG or JPEG file, or null for the photo of the sample.</param>
/// <param name="Output">The folder for the results.</param>
public sealed record Options(string Filter, string? Input, string Output);
