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
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (DiagnosticFix fix in DiagnosticFix.Read(diagnostic.Properties).Where(IsOffered))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        fix.Title, cancellation => SourceEdits.ApplyAsync(solution, diagnostic, fix, cancellation), equivalenceKey: fix.Key),
                    diagnostic);
            }
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>Whether this provider offers it.</summary>
    private protected abstract bool IsOffered(DiagnosticFix fix);
}
