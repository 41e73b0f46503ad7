using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Expansion;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Parsing;
using CnnGen.Generator.Specs;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests;

/// <summary>The front end's stages one at a time.</summary>
internal static class Specs
{
    /// <summary>The spec of the class named Net.</summary>
    public static NetworkSpec Parse(string source)
    {
        Compilation compilation = new NetworkCompiler().CreateCompilation(source);
        return NetworkParser.Parse(compilation.GetTypeByMetadataName("Net")!, compilation, CancellationToken.None).Spec;
    }

    /// <summary>The spec of the block named Net, which nothing applies.</summary>
    public static NetworkSpec ParseBlock(string source)
    {
        Compilation compilation = new NetworkCompiler().CreateCompilation(source);
        return NetworkParser.ParseBlock(compilation.GetTypeByMetadataName("Net")!, compilation, CancellationToken.None).Spec;
    }

    /// <summary>The graph of these attributes, which must be correct.</summary>
    /// <param name="attributes">Those below <c>[Network]</c>.</param>
    /// <param name="options">Arguments of <c>Network</c> in parentheses.</param>
    /// <param name="blocks">Other classes in the same file.</param>
    public static NetworkGraph Graph(string attributes, string options = "", string blocks = "")
    {
        GraphResult result = GraphBuilder.Build(Parse(Check.Network(attributes, options) + blocks));
        Assert.DoesNotContain(result.Problems, problem => problem.Severity == Severity.Error);
        return result.Graph!;
    }
}
