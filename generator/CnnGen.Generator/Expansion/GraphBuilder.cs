using System.Collections.Immutable;
using CnnGen.Generator.Attributes;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Expansion.Hints;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs;

namespace CnnGen.Generator.Expansion;

/// <summary>A network's spec -> its graph, or its mistakes. After a mistake the layers below are still checked as far as they go.</summary>
internal static class GraphBuilder
{
    public static GraphResult Build(NetworkSpec spec, CancellationToken cancellation = default)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        problems.AddRange(spec.Problems);
        problems.AddRange(NetworkRules.CheckOptions(spec));
        bool isOrdered = !spec.Problems.Any(problem => problem.Id == DiagnosticIds.LayersApart);
        if (isOrdered && Expand(spec, problems, cancellation) is var (graph, draft))
        {
            problems.AddRange(NetworkRules.CheckTotals(graph));
            Shrinking? shrinking = IsValid(problems)
                ? new(spec, graph, [.. graph.Nodes.Select((_, i) => draft.NodeOrigin(i).Place)], cancellation)
                : null;
            problems.AddRange(BudgetCheck.Counts(spec, graph, cost => shrinking?.Find(cost)));
            bool isValid = IsValid(problems);
            if (isValid)
            {
                NetworkHints.Report(spec, graph, draft, cancellation);
            }

            return new(isValid ? graph : null, new(problems.ToImmutable()));
        }

        return new(null, new(problems.ToImmutable()));
    }

    /// <summary>The graph of a network without mistakes, budgets aside; else null.</summary>
    public static NetworkGraph? Try(NetworkSpec spec, CancellationToken cancellation)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        return Expand(spec, problems, cancellation) is var (graph, _) && IsValid([.. problems, .. NetworkRules.CheckTotals(graph)])
            ? graph
            : null;
    }

    /// <summary>What is wrong in the first block, whatever it is applied to.</summary>
    public static EquatableArray<Problem> CheckBlock(NetworkSpec spec, CancellationToken cancellation = default)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var draft = new GraphDraft(problems, cancellation);
        Scope scope = Scope.OfBlock(spec.Blocks[0], owner: 1);
        draft.Report(spec.Blocks[0].Problems, scope.Path);
        new LayerChain(spec, draft, scope).Expand(draft.AddUnknown());
        return new(problems.ToImmutable());
    }

    /// <summary>The graph as far as names and shapes go; null where one is unknown.</summary>
    private static (NetworkGraph Graph, GraphDraft Draft)? Expand(
        NetworkSpec spec, ImmutableArray<Problem>.Builder problems, CancellationToken cancellation)
    {
        var draft = new GraphDraft(problems, cancellation);
        var scope = new Scope(spec);
        IReadOnlyList<int> outputs = new LayerChain(spec, draft, scope).Expand(AddInput(spec, draft, scope));
        if (draft.Finish(outputs) is not { } graph)
        {
            return null;
        }

        GraphRules.CheckUse(draft, graph);
        GraphRules.CheckParameterNames(draft, graph);
        GraphRules.NoteUselessBiases(draft, graph);
        return (graph, draft);
    }

    private static bool IsValid(IEnumerable<Problem> problems) => !problems.Any(problem => problem.Severity == Severity.Error);

    private static int AddInput(NetworkSpec spec, GraphDraft draft, Scope scope)
    {
        Signal? signal = null;
        for (int i = 0; i < spec.Inputs.Count; i++)
        {
            var reader = new ArgumentReader(spec.Inputs[i], Place.Input(i));
            Signal? candidate = InputRule.Infer(reader);
            signal = i == 0 ? candidate : signal;
            draft.Report(reader.Problems, scope.Path);
        }

        int value = draft.AddValue(signal);
        draft.Claim(value, NameTable.Input, new(scope.Path, Place.Class, Kind: "Input", NameTable.Input));
        return value;
    }
}
