using System.Xml.Linq;
using static CnnGen.Tool.Inspection.Html.Markup;

namespace CnnGen.Tool.Inspection.Html;

/// <summary>
/// A report as one page: no script, nothing that is fetched from elsewhere, light or dark as the reader's system is.
/// </summary>
internal static class HtmlReport
{
    /// <summary>Forbids what the page does not need, in case a name in the file is not what it seems.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    public static string Of(Report report)
    {
        XElement page = Tag(
            "html",
            With("lang", "en"),
            Tag(
                "head",
                Tag("meta", With("charset", "utf-8")),
                Tag("meta", With("name", "viewport"), With("content", "width=device-width, initial-scale=1")),
                Tag("meta", With("http-equiv", "Content-Security-Policy"), With("content", Policy)),
                Tag("title", $"{report.Title} – CnnGen"),
                Tag("style", Style())),
            Tag(
                "body",
                Tag("header", Tag("h1", report.Title), Facts(report)),
                Tag("main", Sections(report).Where(section => section is not null))));
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static IEnumerable<XElement?> Sections(Report report) =>
    [
        LayerTable.Of(report),
        MemoryPlan.Of(report.Arena),
        Filters.Of(report.Tensors),
        Histograms.Of(report.Tensors),
    ];

    private static XElement Facts(Report report) => Tag(
        "dl", report.Facts.Select(fact => Tag("div", Tag("dt", fact.Name), Tag("dd", fact.Value))));

    /// <summary>The style sheet is a file of its own in the source.</summary>
    private static string Style()
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
