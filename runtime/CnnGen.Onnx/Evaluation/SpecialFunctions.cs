namespace CnnGen.Onnx.Evaluation;

/// <summary>What <see cref="Math"/> lacks.</summary>
internal static class SpecialFunctions
{
    /// <summary>The error function: its series near 0, the continued fraction of its complement beyond; to about 1e-15.</summary>
    public static double Erf(double x)
    {
        double magnitude = Math.Abs(x);
        return double.IsNaN(x) ? x
            : magnitude > 6 ? Math.Sign(x)
            : magnitude < 2.5 ? Series(x)
            : Math.Sign(x) * (1 - Complement(magnitude));
    }

    private static double Series(double x)
    {
        double term = x, sum = x;
        for (int n = 1; n < 200 && Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    private static double Complement(double x)
    {
        double fraction = 0;
        for (int n = 60; n >= 1; n--)
        {
            fraction = n / 2.0 / (x + fraction);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * (x + fraction));
    }
}
