namespace CnnGen.Runtime;

/// <summary>What <see cref="LoadOptions"/> can do about a file that does not fit.</summary>
internal static class LoadRemedies
{
    /// <summary>Refuses what the options do not forgive.</summary>
    /// <exception cref="InvalidDataException">There is something; the message names all of it, and what can be done.</exception>
    public static void Check(TensorMatch match, LoadOptions options)
    {
        if (TensorMismatch.Describe(match, options.AllowMissing, options.IgnoreUnexpected) is { } mismatch)
        {
            throw new InvalidDataException($"{mismatch}. {Of(match, options)}".TrimEnd());
        }
    }

    /// <summary>Sentences, or nothing.</summary>
    private static string Of(TensorMatch match, LoadOptions options) => string.Join(' ', [.. OfShapes(match), .. OfNames(match, options)]);

    private static IEnumerable<string> OfShapes(TensorMatch match) => match.Uses.Where(use => use.IsMisshaped).Take(1).Select(use =>
        "To leave such a tensor out, load with new LoadOptions { Rename = name => "
        + $"name == \"{SafetensorsTensor.Printable(use.Tensor.Name)}\" ? null : name, AllowMissing = true }}.");

    private static IEnumerable<string> OfNames(TensorMatch match, LoadOptions options)
    {
        bool isMissing = match.Missing.Count > 0 && !options.AllowMissing;
        bool isUnexpected = match.Unexpected.Any(use => use.Name is not null) && !options.IgnoreUnexpected;
        if ((isMissing || isUnexpected) && NamePrefix.Find(match) is { } prefix)
        {
            string rename = prefix.IsInFile ? $"LoadOptions.WithoutPrefix(\"{prefix.Text}\")" : $"name => \"{prefix.Text}\" + name";
            yield return $"{prefix.Finding}: load with new LoadOptions {{ Rename = {rename} }}.";
            yield break;
        }

        if (isMissing)
        {
            yield return "LoadOptions.AllowMissing gives what is missing a new network's values.";
        }

        if (isUnexpected)
        {
            yield return "LoadOptions.IgnoreUnexpected skips what the network does not have.";
        }
    }
}
