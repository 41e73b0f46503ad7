using CnnGen.Runtime;

namespace CnnGen.Data;

/// <summary>Random numbers between 0 and 1 with the density of Beta(α, α).</summary>
internal static class BetaDistribution
{
    public static double Next(ref RandomSource random, double alpha)
    {
        if (!(alpha > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "expected a positive α");
        }

        double one = Gamma(ref random, alpha), other = Gamma(ref random, alpha);

        // For a tiny α both may be too small for a double: then λ is 0 or 1.
        return one + other > 0 ? one / (one + other) : random.NextInt32(2);
    }

    /// <summary>Marsaglia and Tsang, 2000; below 1 through Gamma(α + 1) · u^(1/α).</summary>
    private static double Gamma(ref RandomSource random, double alpha)
    {
        double factor = alpha < 1 ? Math.Pow(Positive(ref random), 1 / alpha) : 1;
        double d = (alpha < 1 ? alpha + 1 : alpha) - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal(ref random);
            double v = Math.Pow(1 + c * x, 3);
            if (v > 0 && Math.Log(Positive(ref random)) < x * x / 2 + d - d * v + d * Math.Log(v))
            {
                return factor * d * v;
            }
        }
    }

    private static double Normal(ref RandomSource random) =>
        Math.Sqrt(-2 * Math.Log(Positive(ref random))) * Math.Cos(2 * Math.PI * random.NextSingle());

    /// <summary>Uniform in (0, 1].</summary>
    private static double Positive(ref RandomSource random) => 1 - (double)random.NextSingle();
}
