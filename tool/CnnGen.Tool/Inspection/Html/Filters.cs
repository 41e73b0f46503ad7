using System.Xml.Linq;
using CnnGen.Data;
using CnnGen.Formats;
using CnnGen.Runs;
using static CnnGen.Tool.Inspection.Html.Markup;

namespace CnnGen.Tool.Inspection.Html;

/// <summary>The filters of the first convolution as pictures: in colour where they see three channels, else their first channel.</summary>
internal static class Filters
{
    private const int MostFilters = 96, MostSize = 64;

    public static XElement? Of(IReadOnlyList<NamedTensor> tensors)
    {
        NamedTensor? first = tensors.FirstOrDefault(tensor =>
            tensor.IsFloat && tensor.Shape is [> 0, > 0, > 1 and <= MostSize, > 1 and <= MostSize] && tensor.Count < int.MaxValue);
        if (first is null)
        {
            return null;
        }

        float[] values = first.ToFloats();
        int channels = (int)first.Shape[1], height = (int)first.Shape[2], width = (int)first.Shape[3];
        int shown = (int)Math.Min(first.Shape[0], MostFilters), length = channels * height * width;
        string seen = channels == 3 ? "three channels as red, green and blue"
            : channels == 1 ? "one channel" : $"the first of {channels} channels";
        return Section.Of(
            "filters", "First filters",
            $"{first.Name}, {Quantity.Shape(first.Shape)}: {shown} of {first.Shape[0]} filters, {seen}, "
            + "each from its smallest weight to its largest.",
            Tag("div", With("class", "filters"), Enumerable.Range(0, shown).Select(filter => Tag(
                "img",
                With("alt", $"filter {filter}"), With("title", $"filter {filter}"), With("width", 56), With("height", 56 * height / width),
                With("src", Picture(values.AsSpan(filter * length, length), channels, height, width))))));
    }

    /// <summary>From the smallest weight to the largest; gray where there is no such range, or no number.</summary>
    private static string Picture(ReadOnlySpan<float> filter, int channels, int height, int width)
    {
        int colors = channels == 3 ? channels : 1;
        float[] seen = filter[..(colors * height * width)].ToArray();
        (float least, float most) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (float value in seen)
        {
            (least, most) = float.IsFinite(value) ? (Math.Min(least, value), Math.Max(most, value)) : (least, most);
        }

        (least, most) = most > least ? (least, most) : float.IsFinite(least) ? (least - 1, least + 1) : (-1, 1);
        float middle = least / 2 + most / 2;
        for (int i = 0; i < seen.Length; i++)
        {
            seen[i] = float.IsFinite(seen[i]) ? seen[i] : middle;
        }

        return Bitmap.Encode(seen, new ImageShape(colors, height, width), least, most);
    }
}
