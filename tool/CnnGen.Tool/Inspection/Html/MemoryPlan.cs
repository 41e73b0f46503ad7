using System.Xml.Linq;
using static CnnGen.Tool.Inspection.Html.Markup;

namespace CnnGen.Tool.Inspection.Html;

/// <summary>The working memory over time: a buffer is as wide as it is in use and as high as it is large.</summary>
internal static class MemoryPlan
{
    private const int Height = 320, Left = 76, Bottom = 34, Right = 12, Top = 8;
    private const int Hues = 6;

    public static XElement? Of(IReadOnlyList<BufferInfo> arena)
    {
        if (arena.Count == 0)
        {
            return null;
        }

        int steps = arena.Max(buffer => buffer.LastStep) + 1;
        long size = arena.Max(buffer => (long)buffer.Offset + buffer.Length);
        double step = Math.Clamp(720.0 / steps, 6, 60), width = Left + steps * step + Right;
        double Y(double element) => Top + Height - element * Height / size;
        IEnumerable<XElement> boxes = arena.Select((buffer, i) => Tag(
            "rect",
            With("class", $"buffer hue{i % Hues}"),
            With("x", Left + buffer.FirstStep * step), With("width", (buffer.LastStep - buffer.FirstStep + 1) * step),
            With("y", Y((double)buffer.Offset + buffer.Length)), With("height", Math.Max(1, buffer.Length * (double)Height / size)),
            Tag(
                "title",
                $"{buffer.Name}: {Bytes(buffer.Length)} at {Bytes(buffer.Offset)}, calls {buffer.FirstStep} to {buffer.LastStep}")));
        IEnumerable<object> axis = Enumerable.Range(0, 5).SelectMany(part => new object[]
        {
            Tag(
                "line", With("class", "grid"), With("x1", Left), With("x2", width - Right), With("y1", Y(size * part / 4.0)),
                With("y2", Y(size * part / 4.0))),
            Tag("text", With("x", Left - 6), With("y", Y(size * part / 4.0) + 4), With("text-anchor", "end"), Bytes(size * part / 4)),
        });
        int every = Math.Max(1, (int)Math.Ceiling(48 / step));
        IEnumerable<XElement> calls = Enumerable.Range(0, steps).Where(call => call % every == 0).Select(call => Tag(
            "text", With("x", Left + (call + 0.5) * step), With("y", Top + Height + 16), With("text-anchor", "middle"), $"{call}"));
        XElement drawing = Tag(
            "svg",
            With("class", "plan"), With("width", width), With("height", Top + Height + Bottom), With("role", "img"),
            With("aria-label", $"{arena.Count} buffers in {Bytes(size)} over {steps} kernel calls"),
            axis, boxes, calls,
            Tag("text", With("x", Left), With("y", Top + Height + 31), "kernel call"));
        return Section.Of(
            "memory", "Memory plan",
            $"{Bytes(size)} hold {arena.Count} buffers of {Bytes(arena.Sum(buffer => (long)buffer.Length))} in all, "
            + "because a place is used again when its buffer is done.",
            Section.Wide("Memory plan", drawing),
            Tag("details", Tag("summary", "The same as a table"), Section.Wide("Buffers", Table(arena))));
    }

    private static XElement Table(IReadOnlyList<BufferInfo> arena) => Tag(
        "table",
        Tag("thead", Tag("tr", new[] { "buffer", "offset#", "size#", "first call#", "last call#" }.Select(Section.Title))),
        Tag("tbody", arena.Select(buffer => Tag(
            "tr",
            Tag("th", With("scope", "row"), buffer.Name),
            new[] { Bytes(buffer.Offset), Bytes(buffer.Length), $"{buffer.FirstStep}", $"{buffer.LastStep}" }
                .Select(text => Tag("td", With("class", "number"), text))))));

    private static string Bytes(long elements) => Quantity.Bytes(sizeof(float) * elements);
}
