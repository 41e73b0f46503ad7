using System.Runtime.CompilerServices;

namespace CnnGen.Runtime.Tests;

/// <summary>Writes through the span of the parameters, which nobody need keep.</summary>
public class ParameterLoanTests
{
    private static readonly ParameterInfo[] Parameters = [new("weight", [3], 0, 3, true)];

    [Fact]
    public void What_was_written_counts_when_the_span_is_gone_and_its_memory_could_be_collected()
    {
        var store = new WeightStore(new WeightLayout(3, 8, 8, new WeightEntry(0, 0, 3)));
        for (int element = 0; element < 3; element++)
        {
            Write(store, element, 5f + element);
            Collect();
        }

        Assert.Equal([5f, 6f, 7f], store.Copy("weight", Parameters));
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Write(WeightStore store, int element, float value) => store.Values[element] = value;
}
