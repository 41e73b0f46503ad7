using System.Xml.Linq;
using static CnnGen.Tool.Inspection.Html.Markup;

namespace CnnGen.Tool.Inspection.Html;

/// <summary>The layers, a line each: beside them who reads whom, in them what each costs.</summary>
internal static class LayerTable
{
    public static XElement? Of(Report report)
    {
        if (report.Layers.Count == 0)
        {
            return null;
        }

        bool isCompiled = report.Layers.Any(layer => layer.MultiplyAdds is not null);
        long mostParameters = Math.Max(1, report.Layers.Max(layer => layer.Parameters));
        long mostWork = Math.Max(1, report.Layers.Max(layer => layer.MultiplyAdds ?? 0));
        string[] titles = isCompiled
            ? ["layer", "kind", "output", "multiply-adds#", "parameters#", "sees#", "options", "kernel"]
            : ["node", "operator", "parameters#", "shapes"];
        IEnumerable<XElement> rows = report.Layers.Select(layer => Tag(
            "tr",
            Tag("th", With("scope", "row"), layer.Name),
            Tag("td", layer.Kind),
            isCompiled ? new object?[]
            {
                Tag("td", layer.Shape),
                Bar(layer.MultiplyAdds ?? 0, mostWork, "work"),
                Bar(layer.Parameters, mostParameters, "memory"),
                Tag("td", With("class", "number"), layer.ReceptiveField is { } field ? Quantity.Count(field) : ""),
                Tag("td", layer.Options),
                Tag("td", With("class", "quiet"), layer.Kernel),
            }
            : new object?[] { Bar(layer.Parameters, mostParameters, "memory"), Tag("td", layer.Options) }));
        XElement first = Tag(
            "tr",
            Tag("td", With("class", "gutter"), With("rowspan", report.Layers.Count + 1), SkipLines.Of(report.Layers)),
            Tag("th", With("scope", "row"), "input"),
            Tag("td", With("colspan", titles.Length - 1), report.Input));
        return Section.Of(
            "layers", "Layers",
            "Lines on the left lead from a layer to those that read it, where these are not the next one. "
            + "Bars compare a layer's cost with the costliest.",
            Section.Wide("Layers", Tag(
                "table",
                With("class", "layers"),
                Tag("thead", Tag("tr", Tag("th", With("aria-label", "graph"), ""), titles.Select(Section.Title))),
                Tag("tbody", first, rows))));
    }

    private static XElement Bar(long value, long most, string kind) => Tag(
        "td",
        With("class", "number bar"),
        value == 0 ? "" : new object[]
        {
            Tag("span", With("class", kind), With("style", $"width:{Number(100.0 * value / most)}%")),
            Tag("b", Quantity.Count(value)),
        });
}
