namespace CnnGen.Runtime.Tests;

/// <summary>U = G·g·Gᵀ, element by element, in double precision.</summary>
public class WinogradWeightsTests
{
    private static readonly double[][] G =
    [
        [1 / 4.0, 0, 0], [-1 / 6.0, -1 / 6.0, -1 / 6.0], [-1 / 6.0, 1 / 6.0, -1 / 6.0],
        [1 / 24.0, 1 / 12.0, 1 / 6.0], [1 / 24.0, -1 / 12.0, 1 / 6.0], [0, 0, 1],
    ];

    public static TheoryData<int> Lanes => [.. Layouts.LanesOfVectors];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Equals_the_definition(int lanesOfVectors)
    {
        Check(5, 5, 32, lanesOfVectors, isScaled: false);
        Check(5, 8, 16, lanesOfVectors, isScaled: false);
        Check(3, 3, 8, lanesOfVectors, isScaled: true);
        Check(2, 2, 40, lanesOfVectors, isScaled: true);
    }

    private static void Check(int inputs, int inStride, int lanes, int lanesOfVectors, bool isScaled)
    {
        var random = new Random(1);
        float[] packed = [.. Enumerable.Range(0, lanes * 9 * inStride).Select(_ => (float)random.NextDouble() - 0.5f)];
        float[] scale = [.. Enumerable.Range(0, lanes).Select(lane => isScaled ? 0.5f + lane : 1f)];
        var weights = new WinogradWeights(inputs, inStride, lanes, lanesOfVectors);
        var actual = new float[weights.Length];
        if (isScaled)
        {
            weights.Apply(ref packed[0], ref actual[0], ref scale[0]);
        }
        else
        {
            weights.Apply(ref packed[0], ref actual[0]);
        }

        int first = 0;
        foreach (int width in Panels.Widths(lanes, lanesOfVectors))
        {
            for (int input = 0; input < inputs; input++)
            {
                for (int lane = 0; lane < width; lane++)
                {
                    double Weight(int u, int v) => scale[first + lane] *
                        (double)packed[first * 9 * inStride + ((u * 3 + v) * inStride + input) * width + lane];
                    for (int element = 0; element < 36; element++)
                    {
                        double expected = 0;
                        for (int tap = 0; tap < 9; tap++)
                        {
                            expected += G[element / 6][tap / 3] * Weight(tap / 3, tap % 3) * G[element % 6][tap % 3];
                        }

                        float found = actual[(element * lanes + first) * inputs + input * width + lane];
                        Assert.Equal(expected, found, 1e-6 * (1 + scale[first + lane]));
                    }
                }
            }

            first += width;
        }
    }
}
