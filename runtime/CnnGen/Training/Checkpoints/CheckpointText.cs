using System.Globalization;

namespace CnnGen;

/// <summary>The text in a checkpoint's header, by key: written and read in one form everywhere.</summary>
internal sealed class CheckpointText(IReadOnlyDictionary<string, string> entries)
{
    private const string NotePrefix = "note.";

    private readonly Dictionary<string, string> _entries = new(entries);

    public CheckpointText()
        : this(new Dictionary<string, string>())
    {
    }

    /// <summary>All of it, in the order of the keys: equal checkpoints are equal files.</summary>
    public IEnumerable<KeyValuePair<string, string>> Entries => _entries.OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>What the caller added for himself.</summary>
    public IReadOnlyDictionary<string, string> Notes
    {
        get => _entries.Where(entry => entry.Key.StartsWith(NotePrefix, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[NotePrefix.Length..], entry => entry.Value);
        init
        {
            foreach ((string key, string text) in value)
            {
                _entries[NotePrefix + key] = text ?? throw new ArgumentException($"note '{key}': expected text, found null", nameof(value));
            }
        }
    }

    public bool Has(string key) => _entries.ContainsKey(key);

    public void Set(string key, string text) => _entries[key] = text;

    /// <summary>A number such that it is read back exactly.</summary>
    public void Set(string key, double number) => _entries[key] = number.ToString("R", CultureInfo.InvariantCulture);

    public string Text(string key) =>
        _entries.TryGetValue(key, out string? text)
            ? text
            : throw new InvalidDataException($"expected an entry '{key}' in the header, found none");

    public int Integer(string key) =>
        int.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw Fault(key, "an integer");

    /// <summary>A finite number from 0 on.</summary>
    public double Number(string key) =>
        double.TryParse(Text(key), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && number >= 0 && double.IsFinite(number)
            ? number
            : throw Fault(key, "a number from 0 on");

    private InvalidDataException Fault(string key, string expected) =>
        new($"entry '{key}' of the header: expected {expected}, found '{Runtime.SafetensorsTensor.Printable(Text(key))}'");
}
