using System.Globalization;

namespace CnnGen.Data.Tests;

/// <summary>Numbers that <c>Goldens/make_transforms.py</c> wrote.</summary>
internal static class Golden
{
    public static readonly ImageShape Shape = new(3, 7, 9);

    public static float[] Read(string name) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Goldens", $"{name}.txt"))
            .Select(line => float.Parse(line, CultureInfo.InvariantCulture))];
}
