namespace CnnGen.Formats.Torch;

/// <summary>A name that a pickle imports: <c>collections.OrderedDict</c>.</summary>
internal sealed record PickleGlobal(string Module, string Name)
{
    public override string ToString() => $"{Module}.{Name}";
}

/// <summary>Several objects.</summary>
internal sealed record PickleTuple(object?[] Items);

/// <summary>Several objects, to which more are added.</summary>
internal sealed record PickleList(List<object?> Items);

/// <summary>Objects under keys, in the order in which they were added.</summary>
internal sealed record PickleDictionary(List<KeyValuePair<object?, object?>> Items)
{
    public PickleDictionary()
        : this([])
    {
    }
}

/// <summary>What the names that a pickle imports stand for. Nothing else exists.</summary>
internal interface IPickleWorld
{
    /// <summary>Refuses a name that is not known.</summary>
    /// <exception cref="InvalidDataException">It is not; the message names it.</exception>
    PickleGlobal Import(string module, string name);

    /// <summary>Calls a known name.</summary>
    object? Call(PickleGlobal function, object?[] arguments);

    /// <summary>The object that the archive holds elsewhere.</summary>
    object? Load(object? persistentId);
}
