using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CnnGen.Runtime.Tests.Attributes;

/// <summary>What an editor shows of an attribute: every argument is explained, and who comes from PyTorch finds its words.</summary>
public sealed class DocumentationTests
{
    private static readonly Assembly Library = typeof(NetworkAttribute).Assembly;

    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    public static TheoryData<Type> Attributes => [.. Library.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)))];

    public static TheoryData<Type> Layers =>
        [.. Library.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)];

    [Fact]
    public void Layers_are_found() => Assert.InRange(Layers.Count, 50, 200);

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Attributes_and_their_arguments_are_explained(Type attribute)
    {
        Assert.NotEmpty(Text($"T:{attribute.FullName}", "summary"));
        foreach (PropertyInfo property in Declared(attribute))
        {
            Assert.True(Text(Id(property), "summary").Length > 0, $"{property.Name} has no summary");
        }

        IEnumerable<string> parameters = attribute.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.Name!).Distinct();
        string[] explained =
        [
            .. Members.Where(member => member.Key == $"T:{attribute.FullName}"
                    || member.Key.StartsWith($"M:{attribute.FullName}.#ctor(", StringComparison.Ordinal))
                .SelectMany(member => member.Value.Elements("param"))
                .Where(parameter => Flat(parameter).Length > 0)
                .Select(parameter => parameter.Attribute("name")!.Value),
        ];
        Assert.Empty(parameters.Except(explained));
    }

    /// <summary>An axis or a side of its own has the default of the argument for all, which its summary names.</summary>
    [Theory]
    [MemberData(nameof(Attributes))]
    public void Arguments_that_may_be_left_out_say_what_holds_then(Type attribute) => Assert.All(
        Declared(attribute).Where(property => property.SetMethod is { IsPublic: true }),
        property => Assert.Matches("default| alone|by name", Text(Id(property), "summary")));

    [Theory]
    [MemberData(nameof(Layers))]
    public void Layers_name_their_counterpart_in_PyTorch(Type layer)
    {
        string remarks = Text($"T:{layer.FullName}", "remarks");
        bool isNamed = Regex.IsMatch(remarks, @"torch(vision)?\.\w+|PyTorch has no counterpart");
        Assert.True(isNamed, $"{layer.Name} says nothing of PyTorch: '{remarks}'");
    }

    /// <summary>Every id in the documentation is one that the generator reports: it has a page.</summary>
    [Fact]
    public void Rules_that_are_named_exist()
    {
        string pages = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "docs", "diagnostics");
        string[] named =
            [.. Members.Values.SelectMany(member => Regex.Matches(member.Value, @"CNN\d+")).Select(match => match.Value).Distinct()];
        Assert.NotEmpty(named);
        Assert.All(named, id => Assert.True(File.Exists(Path.Combine(pages, id + ".md")), $"{id} has no page"));
    }

    private static IEnumerable<PropertyInfo> Declared(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static string Id(PropertyInfo property) => $"P:{property.DeclaringType!.FullName}.{property.Name}";

    private static string Text(string member, string element) =>
        Members.TryGetValue(member, out XElement? found) && found.Element(element) is { } text ? Flat(text) : "";

    private static string Flat(XElement element) => Regex.Replace(element.Value, @"\s+", " ").Trim();

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
