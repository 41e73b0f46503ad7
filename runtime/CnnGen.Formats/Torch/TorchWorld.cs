namespace CnnGen.Formats.Torch;

/// <summary>The names that <c>torch.save</c> writes for tensors and dictionaries. What they build is data; nothing is run.</summary>
internal sealed class TorchWorld : IPickleWorld
{
    private const string StorageSuffix = "Storage";

    private static readonly PickleGlobal Dictionary = new("collections", "OrderedDict");
    private static readonly PickleGlobal Tensor = new("torch._utils", "_rebuild_tensor_v2");
    private static readonly PickleGlobal Parameter = new("torch._utils", "_rebuild_parameter");

    public PickleGlobal Import(string module, string name)
    {
        var global = new PickleGlobal(module, name);
        return global == Dictionary || global == Tensor || global == Parameter || StorageType(global) is not null
            ? global
            : throw new InvalidDataException(
                $"data.pkl: expected tensors in dictionaries, found {Runtime.SafetensorsTensor.Quote(global.ToString())}, "
                + "which is not read because a pickle could run code by it; save model.state_dict() alone");
    }

    public object? Call(PickleGlobal function, object?[] arguments) => arguments switch
    {
        _ when function == Dictionary => Ordered(arguments),
        [TorchTensor tensor, ..] when function == Parameter => tensor,
        [TorchStorage storage, long offset, PickleTuple size, PickleTuple stride, ..] when function == Tensor =>
            new TorchTensor(storage, offset, Numbers(size), Numbers(stride)),
        _ => throw new InvalidDataException($"data.pkl: expected arguments that fit {function}, found others"),
    };

    public object Load(object? persistentId) =>
        persistentId is PickleTuple { Items: ["storage", PickleGlobal kind, string key, _, long count, ..] }
        && StorageType(kind) is { } type
        && count >= 0
            ? new TorchStorage(key, type, count)
            : throw new InvalidDataException("data.pkl: expected a storage's class, key, device and length, found something else");

    /// <summary>Empty, or from a list of pairs.</summary>
    private static PickleDictionary Ordered(object?[] arguments)
    {
        var dictionary = new PickleDictionary();
        if (arguments is [PickleList pairs])
        {
            dictionary.Items.AddRange(pairs.Items.Select(pair => pair switch
            {
                PickleTuple { Items: [var key, var value] } => KeyValuePair.Create(key, value),
                PickleList { Items: [var key, var value] } => KeyValuePair.Create(key, value),
                _ => throw new InvalidDataException("data.pkl: expected a dictionary's pairs, found something else"),
            }));
        }

        return dictionary;
    }

    private static long[] Numbers(PickleTuple tuple) => [.. tuple.Items.Select(item => item is long number
        ? number
        : throw new InvalidDataException("data.pkl: expected a tensor's sizes and strides as integers, found something else"))];

    private static DataTypeFacts? StorageType(PickleGlobal global) =>
        global.Module == "torch" && global.Name.EndsWith(StorageSuffix, StringComparison.Ordinal)
            ? DataTypeFacts.FromTorch(global.Name[..^StorageSuffix.Length])
            : null;
}
