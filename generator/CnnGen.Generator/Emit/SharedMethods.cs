namespace CnnGen.Generator.Emit;

/// <summary>
/// Methods that several layers share: their text is the same but for sizes, so it is written once, with the sizes as a type parameter
/// <c>S</c>, of which the JIT makes constants. A first run over all kernels finds them, a second one writes. What one layer alone needs
/// has its sizes written out.
/// </summary>
internal sealed class SharedMethods
{
    private readonly Dictionary<string, Shared> _byText = [];
    private readonly Dictionary<string, Use> _uses = [];
    private readonly Dictionary<string, string> _summaries = [];
    private readonly UniqueNames _names = new();
    private readonly HashSet<Shared> _written = [];
    private bool _isFound;

    /// <summary>The layers that share methods, in the order of the kernels.</summary>
    public IEnumerable<LayerSizes> Layers =>
        from use in _uses.Values
        where use.Method.IsShared
        group use.Sizes by use.Layer into layer
        select new LayerSizes(layer.Key, _summaries.TryGetValue(layer.Key, out string summary) ? summary : "", Union(layer));

    /// <summary>What was run once is known; the next run writes.</summary>
    public void Write() => _isFound = true;

    /// <summary>How a method is called.</summary>
    public string this[string method] =>
        _uses.TryGetValue(method, out Use use) && _isFound && use.Method.IsShared ? $"{use.Method.Name}<Sizes.{use.Layer}>" : method;

    /// <summary>How a method is called by another one of its layer, whose sizes then are those of both.</summary>
    /// <param name="method">The method, which was noted or written before.</param>
    /// <param name="sizes">The sizes of the caller.</param>
    public string Call(string method, Sizes sizes)
    {
        if (!sizes.AreNamed)
        {
            return this[method];
        }

        sizes.Include(_uses[method].Sizes);
        return $"{_uses[method].Method.Name}<S>";
    }

    /// <summary>Notes a method, or writes it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="layer">The kernel that the method belongs to; names its sizes.</param>
    /// <param name="suffix">With the layer the name of the method.</param>
    /// <param name="shared">Its name where layers share it.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="body">Writes the body.</param>
    /// <param name="summary">What a kernel's own method does; null: it is a part of one.</param>
    public void Emit(
        CodeWriter writer, string layer, string suffix, string shared, string[] parameters, Action<CodeWriter> body,
        string? summary = null)
    {
        string method = layer + suffix;
        if (summary is not null)
        {
            _summaries[layer] = summary;
        }

        if (!_isFound)
        {
            Note(method, layer, shared, parameters, body);
            return;
        }

        Use use = _uses[method];
        if (!use.Method.IsShared)
        {
            writer.Line(summary is null ? "" : $"\n/// <summary>{summary}</summary>");
            Write(writer, Sizes.Written, method, "", parameters, body);
        }
        else if (_written.Add(use.Method))
        {
            writer.Line();
            Write(writer, new Sizes(areNamed: true), $"{use.Method.Name}<S>", " where S : struct, ISizes", parameters, body);
        }
    }

    private void Note(string method, string layer, string shared, string[] parameters, Action<CodeWriter> body)
    {
        var sizes = new Sizes(areNamed: true);
        var text = new CodeWriter(sizes);
        text.Line(string.Join(", ", parameters));
        body(text);
        string key = text.ToString();
        if (!_byText.TryGetValue(key, out Shared known))
        {
            known = new Shared(_names.Take(shared));
            _byText.Add(key, known);
        }

        known.Users++;
        _uses.Add(method, new Use(layer, known, sizes.Values));
    }

    private static void Write(CodeWriter writer, Sizes sizes, string name, string constraint, string[] parameters, Action<CodeWriter> body)
    {
        using (Kernels.KernelEmitter.Generic(writer, name, constraint, parameters))
        using (writer.With(sizes))
        {
            body(writer);
        }
    }

    private static IReadOnlyDictionary<string, long> Union(IEnumerable<IReadOnlyDictionary<string, long>> methods)
    {
        var union = new Sizes(areNamed: true);
        foreach (IReadOnlyDictionary<string, long> sizes in methods)
        {
            union.Include(sizes);
        }

        return union.Values;
    }

    private sealed class Shared(string name)
    {
        public string Name => name;

        public int Users { get; set; }

        public bool IsShared => Users > 1;
    }

    private sealed record Use(string Layer, Shared Method, IReadOnlyDictionary<string, long> Sizes);
}

/// <summary>A layer that shares methods with others.</summary>
/// <param name="Name">The type of its sizes.</param>
/// <param name="Summary">What it computes; empty for a part of a layer.</param>
/// <param name="Values">Its sizes.</param>
internal sealed record LayerSizes(string Name, string Summary, IReadOnlyDictionary<string, long> Values);
