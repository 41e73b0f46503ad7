using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Reference;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.ReferenceTests;

/// <summary>The scalar reference equals PyTorch up to the rounding of the golden files.</summary>
[Collection(ComparisonCollection.Name)]
public class ReferenceGoldenTests(ErrorLedger ledger)
{
    private const double Allowed = 1e-6;

    public static TheoryData<string> Names => Cases.Names(GoldenCases.All);

    [Theory]
    [MemberData(nameof(Names))]
    public void Reference_equals_PyTorch(string name)
    {
        NetworkCase network = Cases.Find(name);
        var golden = new Golden(network, ledger);
        network.InitialiseReference();

        BatchResult result = BatchResult.OfLoss(network, network.Batch);

        Assert.Equal(golden.Parameters, network.Reference.Parameters.Select(p => p.Name));
        Assert.Equal(golden["loss"][0], result.Loss, 1e-12 + 1e-9 * Math.Abs(result.Loss));
        golden.Check("output", "reference", Floats(result.Outputs), Allowed);
        golden.Check("input.gradient", "reference", Floats(result.InputGradients), Allowed);
        foreach ((string parameter, Weights weights) in network.Reference.Parameters)
        {
            golden.Check($"{parameter}.gradient", "reference", Floats(weights.Gradient), Allowed);
        }
    }

    private static float[] Floats(double[] values) => [.. values.Select(v => (float)v)];
}
