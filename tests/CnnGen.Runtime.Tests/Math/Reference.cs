namespace CnnGen.Runtime.Tests;

/// <summary>Functions in double precision that the base library lacks.</summary>
internal static class Reference
{
    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    public static double Expm1(double x) => Math.Abs(x) < 0.5 ? Series(x, 1, k => x / k) : Math.Exp(x) - 1;

    /// <summary>log u·x/(u - 1) with u = 1 + x rounded, after Kahan.</summary>
    public static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 || double.IsInfinity(u) ? x : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>Abramowitz and Stegun 7.1.6; beyond 3 the continued fraction of the complement.</summary>
    public static double Erf(double x)
    {
        double a = Math.Abs(x);
        if (a < 3)
        {
            return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * Series(x, 0, k => 2 * x * x / (2 * k + 1));
        }

        double fraction = 0;
        for (int k = 60; k >= 1; k--)
        {
            fraction = k / 2.0 / (a + fraction);
        }

        double complement = a > 30 ? 0 : Math.Exp(-a * a) / Math.Sqrt(Math.PI) / (a + fraction);
        return double.IsNaN(x) ? x : Math.CopySign(1 - complement, x);
    }

    /// <summary>x plus the terms that follow it, each the one before times a ratio.</summary>
    private static double Series(double x, int before, Func<int, double> ratio)
    {
        double sum = x;
        double term = x;
        for (int k = 1 + before; k < 200 && Math.Abs(term) > 1e-18 * Math.Abs(sum); k++)
        {
            term *= ratio(k);
            sum += term;
        }

        return sum;
    }
}
