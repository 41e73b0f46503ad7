using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Emit;
using CnnGen.Generator.Expansion;
using CnnGen.Generator.Lowering;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator;

/// <summary>A network through all stages.</summary>
/// <param name="Text">The emitted file; null where the class cannot be declared again.</param>
/// <param name="Problems">Every mistake, those of memory too.</param>
internal sealed record CompiledNetwork(string? Text, EquatableArray<Problem> Problems);

/// <summary>The stages in order, from what the attributes say to the emitted file.</summary>
internal static class Compiler
{
    public static CompiledNetwork Compile(NetworkSpec spec, bool isGuarded, bool isProfiled, CancellationToken cancellation)
    {
        (NetworkGraph? graph, EquatableArray<Problem> problems) = GraphBuilder.Build(spec, cancellation);
        NetworkPlans? plans = null;
        if (graph is not null)
        {
            plans = NetworkPlans.Of(spec, graph, isGuarded ? GuardEmitter.Zone : 0, cancellation);
            IEnumerable<Problem> limits =
                isGuarded ? ArenaBudget.Check(spec, graph, cancellation) : ArenaBudget.Check(spec, plans?.Inference);
            problems = EquatableArray<Problem>.From(problems.Concat(limits));
        }

        Problem[] errors = [.. problems.Where(problem => problem.Severity == Severity.Error)];
        string? text = !spec.CanEmit ? null
            : errors.Length > 0 || plans is null ? NetworkEmitter.EmitFailed(spec, errors.Select(Messages.ToText))
            : NetworkEmitter.Emit(spec, graph!, plans, isProfiled, cancellation);
        return new(text, problems);
    }

    /// <summary>The mistakes alone: memory is planned only where it may exceed a limit.</summary>
    public static IEnumerable<Problem> Check(NetworkSpec spec, CancellationToken cancellation)
    {
        (NetworkGraph? graph, EquatableArray<Problem> problems) = GraphBuilder.Build(spec, cancellation);
        return problems.Concat(ArenaBudget.Check(spec, graph, cancellation));
    }
}
