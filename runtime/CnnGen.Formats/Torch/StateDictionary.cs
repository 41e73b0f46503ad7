using System.Globalization;

namespace CnnGen.Formats.Torch;

/// <summary>The tensors in what a pickle holds: a <c>state_dict</c>, or a checkpoint with one among other things.</summary>
internal static class StateDictionary
{
    private const int MostDepth = 32;

    /// <summary>What checkpoints call the model's tensors.</summary>
    private static readonly string[] ModelKeys = ["state_dict", "model_state_dict", "model"];

    /// <param name="value">What the pickle holds.</param>
    /// <param name="pickleLength">Its length: a bound for what there can be to visit.</param>
    public static IReadOnlyList<KeyValuePair<string, TorchTensor>> Tensors(object? value, int pickleLength)
    {
        var found = new List<KeyValuePair<string, TorchTensor>>();
        int budget = pickleLength;
        Collect(Model(value), "", depth: 0, found, ref budget);
        return found.Count > 0
            ? found
            : throw new InvalidDataException("data.pkl: expected tensors in a dictionary, found none");
    }

    /// <summary>A checkpoint's model, if tensors are not at the top.</summary>
    private static object? Model(object? value) =>
        value is PickleDictionary root && !root.Items.Any(item => item.Value is TorchTensor)
            ? ModelKeys.SelectMany(key => root.Items.Where(item => item is { Key: string name, Value: PickleDictionary } && name == key))
                .Select(item => item.Value).FirstOrDefault(value)
            : value;

    private static void Collect(
        object? value, string path, int depth, List<KeyValuePair<string, TorchTensor>> found, ref int budget)
    {
        if (depth > MostDepth || budget-- <= 0)
        {
            throw new InvalidDataException("data.pkl: expected few levels of dictionaries, found too many, or one within itself");
        }

        if (value is TorchTensor tensor)
        {
            found.Add(new(path.Length == 0 ? "tensor" : path, tensor));
        }
        else if (value is PickleDictionary dictionary)
        {
            foreach ((object? key, object? item) in dictionary.Items)
            {
                if (item is TorchTensor or PickleDictionary && Text(key) is { } name)
                {
                    Collect(item, path.Length == 0 ? name : $"{path}.{name}", depth + 1, found, ref budget);
                }
            }
        }
    }

    private static string? Text(object? key) => key switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
