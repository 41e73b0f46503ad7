// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator;
#else
namespace CnnGen;
#endif

/// <summary>How far apart two names are, for guesses at what was meant.</summary>
internal static class EditDistance
{
    /// <summary>Characters to insert, delete or replace (Levenshtein).</summary>
    public static int Between(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
