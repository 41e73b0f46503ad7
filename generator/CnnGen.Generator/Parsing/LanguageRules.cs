using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Parsing;

/// <summary>What can be emitted in the version of C# that a class's file is written in.</summary>
internal static class LanguageRules
{
    /// <summary>The language that emitted code is written in: collection expressions, primary constructors.</summary>
    private const LanguageVersion Needed = LanguageVersion.CSharp12;

    /// <summary>The first that has what members with mistakes are written in, but for the interface.</summary>
    private const LanguageVersion Oldest = LanguageVersion.CSharp8;

    /// <summary>The language of the class's file.</summary>
    public static LanguageVersion Of(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences[0].SyntaxTree.Options is CSharpParseOptions options ? options.LanguageVersion : Needed;

    /// <summary>What is wrong and what to do, or null.</summary>
    public static string? Fault(LanguageVersion language) => language < Needed
        ? $"it is compiled to C# {Needed.ToDisplayString()}, but the project's language is C# {language.ToDisplayString()}; " +
            $"write <LangVersion>{Needed.ToDisplayString()}</LangVersion> or a newer one in the project file"
        : null;

    /// <summary>Whether members with mistakes can be written in this language.</summary>
    public static bool CanEmitMembers(LanguageVersion language) => language >= Oldest;

    /// <summary>Whether the language has interfaces with static members, as those of a network are.</summary>
    public static bool CanEmitContract(LanguageVersion language) => language >= LanguageVersion.CSharp11;
}
