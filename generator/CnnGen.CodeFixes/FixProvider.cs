using System.Collections.Immutable;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnGen.CodeFixes;

/// <summary>Offers what the analyzer found to help, as it stands in a diagnostic's properties.</summary>
public abstract class FixProvider : CodeFixProvider
{
    private protected FixProvider()
    {
    }

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (DiagnosticFix fix in DiagnosticFix.Read(diagnostic.Properties).Where(IsOffered))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, cancel => SourceEdits.ApplyAsync(solution, diagnostic, fix, cancel), fix.Key),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether this provider offers it.</summary>
    private protected abstract bool IsOffered(DiagnosticFix fix);
}
