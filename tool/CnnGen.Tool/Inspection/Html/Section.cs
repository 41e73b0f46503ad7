using System.Xml.Linq;
using static CnnGen.Tool.Inspection.Html.Markup;

namespace CnnGen.Tool.Inspection.Html;

/// <summary>Parts of the page.</summary>
internal static class Section
{
    /// <summary>A part with a heading; what is wider than the screen scrolls by itself, with the keyboard, too.</summary>
    public static XElement Of(string id, string title, string note, params object?[] content) => Tag(
        "section",
        With("aria-labelledby", id),
        Tag("h2", With("id", id), title),
        Tag("p", With("class", "note"), note),
        content);

    /// <summary>A column's title; one that ends in <c>#</c> is one of numbers.</summary>
    public static XElement Title(string title) =>
        Tag("th", With("scope", "col"), title.EndsWith('#') ? With("class", "number") : null, title.TrimEnd('#'));

    /// <summary>What scrolls.</summary>
    public static XElement Wide(string label, params object?[] content) => Tag(
        "div", With("class", "wide"), With("tabindex", "0"), With("role", "region"), With("aria-label", label), content);
}
