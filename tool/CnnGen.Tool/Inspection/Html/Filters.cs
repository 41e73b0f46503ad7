using System.Buffers.Binary;
using System.Xml.Linq;
using CnnGen.Formats;
using static CnnGen.Tool.Inspection.Html.Markup;

namespace CnnGen.Tool.Inspection.Html;

/// <summary>The filters of the first convolution as pictures: in colour where they see three channels, else their first channel.</summary>
internal static class Filters
{
    private const int MostFilters = 96, MostSize = 64, HeaderBytes = 54;

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
                With("src", "data:image/bmp;base64," + Convert.ToBase64String(
                    Bitmap(values.AsSpan(filter * length, length), channels, height, width)))))));
    }

    /// <summary>Bottom row first, blue before green before red, rows of whole words.</summary>
    private static byte[] Bitmap(ReadOnlySpan<float> filter, int channels, int height, int width)
    {
        int stride = (3 * width + 3) / 4 * 4;
        byte[] image = new byte[HeaderBytes + stride * height];
        (image[0], image[1]) = ((byte)'B', (byte)'M');
        int[] words = [image.Length, 0, HeaderBytes, 40, width, height, 1 | (24 << 16), 0, stride * height];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(2 + 4 * i), words[i]);
        }

        ReadOnlySpan<float> seen = channels == 3 ? filter : filter[..(height * width)];
        float least = float.PositiveInfinity, most = float.NegativeInfinity;
        foreach (float value in seen)
        {
            (least, most) = float.IsFinite(value) ? (Math.Min(least, value), Math.Max(most, value)) : (least, most);
        }

        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int color = 0; color < 3; color++)
                {
                    float value = seen[((channels == 3 ? color : 0) * height + y) * width + x];
                    float share = most > least && float.IsFinite(value) ? (value - least) / (most - least) : 0.5f;
                    image[HeaderBytes + (height - 1 - y) * stride + 3 * x + 2 - color] = (byte)MathF.Round(255 * share);
                }
            }
        }

        return image;
    }
}
