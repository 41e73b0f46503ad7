using System.Globalization;
using System.Xml.Linq;

namespace CnnGen.Tool.Inspection.Html;

/// <summary>Elements of a page: escaped and well formed by construction.</summary>
internal static class Markup
{
    /// <summary>An element. What is neither attribute nor empty by nature gets a closing tag, which HTML wants.</summary>
    public static XElement Tag(string name, params object?[] content)
    {
        var element = new XElement(name, content);
        if (element.IsEmpty && name is not ("meta" or "img" or "br" or "rect" or "path" or "line"))
        {
            element.Add("");
        }

        return element;
    }

    public static XAttribute With(string name, string value) => new(name, value);

    public static XAttribute With(string name, double value) => new(name, Number(value));

    /// <summary>A coordinate: short, the same in every culture.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
