using CnnGen.Generator.Graph;
using CnnGen.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests;

/// <summary>The front end's stages one at a time.</summary>
internal static class Specs
{
    /// <summary>The spec of the class named Net.</summary>
    public static NetworkSpec Parse(string source)
    {
        INamedTypeSymbol type = new NetworkCompiler().CreateCompilation(source).GetTypeByMetadataName("Net")!;
        AttributeData network = type.GetAttributes().Single(attribute => attribute.AttributeClass!.Name == nameof(NetworkAttribute));
        return NetworkParser.Parse(type, network, CancellationToken.None).Spec;
    }

    /// <summary>The graph of these attributes, which must be correct.</summary>
    public static NetworkGraph Graph(string attributes, string options = "")
    {
        GraphResult result = GraphBuilder.Build(Parse(Check.Network(attributes, options)));
        Assert.DoesNotContain(result.Problems, problem => problem.Severity == Severity.Error);
        return result.Graph!;
    }
}
