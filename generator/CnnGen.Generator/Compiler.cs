using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Emit;
using CnnGen.Generator.Expansion;
using CnnGen.Generator.Lowering;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;
using CnnGen.Generator.Weights;

namespace CnnGen.Generator;

/// <summary>A network through all stages.</summary>
/// <param name="Text">The emitted file; null where the class cannot be declared again.</param>
/// <param name="Diagram">The file with its diagram; null where none is asked for, or there is a mistake.</param>
/// <param name="Problems">Every mistake, those of memory too.</param>
internal sealed record CompiledNetwork(string? Text, string? Diagram, EquatableArray<Problem> Problems);

/// <summary>What a project asks of every network.</summary>
/// <param name="IsGuarded">Zones between the tensors are watched.</param>
/// <param name="IsProfiled">The passes measure what their calls take.</param>
/// <param name="IsDrawn">A diagram is emitted.</param>
internal readonly record struct CompilerOptions(bool IsGuarded = false, bool IsProfiled = false, bool IsDrawn = false);

/// <summary>The stages in order, from what the attributes say to the emitted file.</summary>
internal static class Compiler
{
    public static CompiledNetwork Compile(NetworkSpec spec, CompilerOptions options, CancellationToken cancellation)
    {
        (NetworkGraph? graph, EquatableArray<Problem> problems) = Build(spec, cancellation);
        NetworkPlans? plans = null;
        if (graph is not null)
        {
            plans = NetworkPlans.Of(spec, graph, options.IsGuarded ? GuardEmitter.Zone : 0, cancellation);
            IEnumerable<Problem> limits =
                options.IsGuarded ? MemoryBudget.Check(spec, graph, cancellation) : MemoryBudget.Check(spec, graph, plans);
            problems = EquatableArray<Problem>.From(problems.Concat(limits));
        }

        Problem[] errors = [.. problems.Where(problem => problem.Severity == Severity.Error)];
        if (!spec.CanEmit || errors.Length > 0 || plans is null)
        {
            return new(spec.CanEmit ? NetworkEmitter.EmitFailed(spec, errors.Select(Messages.ToText)) : null, Diagram: null, problems);
        }

        string text = NetworkEmitter.Emit(spec, graph!, plans, options.IsProfiled, cancellation);
        return new(text, spec.Diagram || options.IsDrawn ? DiagramEmitter.Emit(spec, graph!) : null, problems);
    }

    /// <summary>The mistakes alone: memory is planned only where it may exceed a limit.</summary>
    public static IEnumerable<Problem> Check(NetworkSpec spec, CancellationToken cancellation)
    {
        (NetworkGraph? graph, EquatableArray<Problem> problems) = Build(spec, cancellation);
        return problems.Concat(MemoryBudget.Check(spec, graph, cancellation));
    }

    /// <summary>The graph, compared with the weights that are embedded for it.</summary>
    private static (NetworkGraph? Graph, EquatableArray<Problem> Problems) Build(NetworkSpec spec, CancellationToken cancellation)
    {
        (NetworkGraph? graph, EquatableArray<Problem> problems) = GraphBuilder.Build(spec, cancellation);
        return (graph, EquatableArray<Problem>.From(problems.Concat(WeightsCheck.Of(spec.Name.TrimStart('@'), spec.Weights, graph))));
    }
}
