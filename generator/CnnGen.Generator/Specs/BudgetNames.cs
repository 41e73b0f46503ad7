namespace CnnGen.Generator.Specs;

/// <summary>The budgets of <c>Network</c>, by their arguments.</summary>
internal static class BudgetNames
{
    public const string Parameters = "MaxParameters";
    public const string MultiplyAdds = "MaxMultiplyAdds";
    public const string ArenaBytes = "MaxArenaBytes";
    public const string TrainingBytes = "MaxTrainingBytes";

    public static IReadOnlyList<string> All { get; } = [Parameters, MultiplyAdds, ArenaBytes, TrainingBytes];
}
