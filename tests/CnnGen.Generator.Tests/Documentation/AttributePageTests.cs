using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CnnGen.Generator.Tests.Documentation;

/// <summary>docs/attributes.md is what the attributes' own comments say, as one table beside torch.nn.</summary>
public sealed partial class AttributePageTests
{
    private const string Beginning = """
        # Attributes beside `torch.nn`

        Every layer, every argument, and what PyTorch calls it. An argument in italics belongs to the constructor; the others are written by
        name and have the default that stands there. All layers also take `Name` and `From` ([graphs](guides/graphs.md)). The page is
        made from the attributes' own comments, which editors show.


        """;

    private static readonly Assembly Library = typeof(NetworkAttribute).Assembly;

    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    [Fact]
    public void The_page_says_what_the_comments_say()
    {
        Type[] layers =
        [
            .. Library.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
                .OrderBy(Word, StringComparer.OrdinalIgnoreCase),
        ];
        Assert.InRange(layers.Length, 50, 200);
        var page = new StringBuilder(Beginning);
        foreach (Type layer in layers)
        {
            Show(layer, page);
        }

        Snapshots.Docs.Verify("attributes.md", page.ToString().TrimEnd('\n') + "\n");
    }

    private static void Show(Type layer, StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"## `{Word(layer)}`\n\n{Text($"T:{Name(layer)}", "summary")} ");
        page.Append(CultureInfo.InvariantCulture, $"{Text($"T:{Name(layer)}", "remarks")}\n\n");
        (string Name, string Meaning)[] arguments = [.. Constructed(layer), .. Named(layer)];
        if (arguments.Length > 0)
        {
            page.Append("| argument | meaning |\n|---|---|\n");
            foreach ((string name, string meaning) in arguments)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {name} | {meaning} |\n");
            }

            page.Append('\n');
        }
    }

    /// <summary>The parameters of all constructors, each once, as they are explained.</summary>
    private static IEnumerable<(string Name, string Meaning)> Constructed(Type layer) => Members
        .Where(member => member.Key == $"T:{Name(layer)}"
            || Regex.IsMatch(member.Key, $@"^M:{Regex.Escape(Name(layer))}\.#ctor\("))
        .SelectMany(member => member.Value.Elements("param"))
        .Select(parameter => ($"*{parameter.Attribute("name")!.Value}*", Flat(parameter)))
        .DistinctBy(parameter => parameter.Item1);

    /// <summary>What may be written by name, that of the base classes last.</summary>
    private static IEnumerable<(string Name, string Meaning)> Named(Type layer)
    {
        for (Type? type = layer; type is not null && type != typeof(LayerAttribute); type = type.BaseType)
        {
            const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
            foreach (PropertyInfo property in type.GetProperties(own).Where(property => property.SetMethod is { IsPublic: true }))
            {
                yield return ($"`{property.Name}`", Text($"P:{Name(property.DeclaringType!)}.{property.Name}", "summary"));
            }
        }
    }

    private static string Word(Type layer) => Regex.Replace(layer.Name, "Attribute(`1)?$", layer.IsGenericType ? "<T>" : "");

    private static string Name(Type type) => (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName!;

    private static string Text(string member, string element) =>
        Members.TryGetValue(member, out XElement? found) && found.Element(element) is { } text ? Flat(text) : "";

    /// <summary>A comment as Markdown in a table's cell.</summary>
    private static string Flat(XElement element)
    {
        string text = string.Concat(element.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value.Trim()}`",
            XElement { Name.LocalName: "see" } see => $"`{Referred(see)}`",
            XElement { Name.LocalName: "paramref" } parameter => $"*{parameter.Attribute("name")!.Value}*",
            XElement other => other.Value,
            XText plain => plain.Value,
            _ => "",
        }));
        text = Spaces().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
        return Rule().Replace(text, "[$0](diagnostics/$0.md)");
    }

    private static string Referred(XElement see)
    {
        string[] parts = see.Attribute("cref")!.Value.Split(':')[^1].Split('(')[0].Split('.');
        string last = AttributeEnd().Replace(parts[^1], "");
        bool isMember = !see.Attribute("cref")!.Value.StartsWith("T:", StringComparison.Ordinal);
        return isMember && !AttributeEnd().IsMatch(parts[^2]) ? $"{parts[^2]}.{last}" : last;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"Attribute(`\d)?$")]
    private static partial Regex AttributeEnd();

    [GeneratedRegex(@"CNN\d{3}")]
    private static partial Regex Rule();
}
