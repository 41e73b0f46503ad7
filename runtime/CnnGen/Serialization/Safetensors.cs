using System.ComponentModel;
using System.Reflection;

namespace CnnGen.Runtime;

/// <summary>
/// Parameters in the safetensors format: the length of a JSON header (eight bytes, little endian), the header, raw data.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Safetensors
{
    /// <summary>Writes the parameters; the file is replaced as a whole or not at all, wherever a rename is possible.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IReadOnlyList<ParameterInfo> parameters, WeightStore values)
    {
        using HeldWeights held = values.Hold();
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, parameters, held));
    }

    /// <summary>Writes the parameters at the stream's position; the stream stays open.</summary>
    public static void Save(Stream stream, IReadOnlyList<ParameterInfo> parameters, WeightStore values)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using HeldWeights held = values.Hold();
        SafetensorsWriter.Write(stream, parameters, held);
    }

    /// <summary>Writes the parameters; the file is replaced as a whole or not at all, wherever a rename is possible.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IReadOnlyList<ParameterInfo> parameters, ReadOnlySpan<float> values)
    {
        ParameterArray copy = Copy(parameters, values);
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, parameters, copy));
    }

    /// <summary>Writes the parameters at the stream's position; the stream stays open.</summary>
    public static void Save(Stream stream, IReadOnlyList<ParameterInfo> parameters, ReadOnlySpan<float> values)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsWriter.Write(stream, parameters, Copy(parameters, values));
    }

    /// <summary>Reads the parameters from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="options">What is forgiven; says afterwards what was not loaded.</param>
    /// <param name="create">Memory for all parameters of a network with a seed, asked for once the header fits.</param>
    /// <param name="initialise">The same with a new network's values, asked for if the file has not all parameters.</param>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit the parameters.</exception>
    public static WeightStore Load(
        string path, IReadOnlyList<ParameterInfo> parameters, LoadOptions options, Func<int, WeightStore> create,
        Func<int, WeightStore> initialise)
    {
        using FileStream stream = OpenRead(path);
        return Load(stream, $"'{path}'", parameters, options, create, initialise);
    }

    /// <summary>Reads the parameters from a stream, from its position to its end; the stream stays open.</summary>
    /// <inheritdoc cref="Load(string, IReadOnlyList{ParameterInfo}, LoadOptions, Func{int, WeightStore}, Func{int, WeightStore})"/>
    public static WeightStore Load(
        Stream stream, IReadOnlyList<ParameterInfo> parameters, LoadOptions options, Func<int, WeightStore> create,
        Func<int, WeightStore> initialise) =>
        Load(stream, "the stream", parameters, options, create, initialise);

    /// <summary>
    /// Reads the parameters from a resource of the program, tensor by tensor out of the program's own image: the file is never copied.
    /// </summary>
    /// <param name="assembly">Where the resource is: the network's assembly.</param>
    /// <param name="resource">Its name.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="create">Memory for all parameters of a network with a seed, asked for once the header fits.</param>
    /// <exception cref="InvalidOperationException">The program does not hold the resource.</exception>
    /// <exception cref="InvalidDataException">It is damaged or does not fit the parameters.</exception>
    public static WeightStore LoadEmbedded(
        Assembly assembly, string resource, IReadOnlyList<ParameterInfo> parameters, Func<int, WeightStore> create)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException(
            $"'{assembly.GetName().Name}' was built without the weights '{resource}': keep the file of <CnnWeights> among its resources");
        return Load(stream, $"the resource '{resource}'", parameters, new LoadOptions(), create, create);
    }

    /// <summary>Reads the parameters from a file; nothing is written to <paramref name="values"/> unless all of it is right.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit the parameters.</exception>
    public static void Load(string path, IReadOnlyList<ParameterInfo> parameters, Span<float> values)
    {
        using FileStream stream = OpenRead(path);
        Load(stream, $"'{path}'", parameters, values);
    }

    /// <summary>Reads the parameters from a stream; nothing is written to <paramref name="values"/> unless all of it is right.</summary>
    /// <exception cref="InvalidDataException">The data is damaged or does not fit the parameters.</exception>
    public static void Load(Stream stream, IReadOnlyList<ParameterInfo> parameters, Span<float> values) =>
        Load(stream, "the stream", parameters, values);

    private static void Load(Stream stream, string source, IReadOnlyList<ParameterInfo> parameters, Span<float> values)
    {
        CheckLength(parameters, values.Length);
        var staging = new ParameterArray(new float[values.Length]);
        Load(stream, source, parameters, new LoadOptions(), _ => staging, _ => staging);
        staging.Values.CopyTo(values);
    }

    private static TValues Load<TValues>(
        Stream stream, string source, IReadOnlyList<ParameterInfo> parameters, LoadOptions options, Func<int, TValues> create,
        Func<int, TValues> initialise)
        where TValues : IParameterValues
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var reader = new SafetensorsReader(stream);
            TensorMatch match = TensorMatch.Find(reader.ReadHeader(), parameters, options.Rename);
            LoadRemedies.Check(match, options);
            TValues values = match.Missing.Count == 0 ? create(options.Seed ?? 0) : initialise(options.Seed ?? Random.Shared.Next());
            reader.ReadData(match.Uses, values);
            options.Report = new LoadReport(
                [.. match.Missing.Select(parameter => parameter.Name)], [.. match.Unexpected.Select(use => use.Tensor.Name)]);
            return values;
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{source} does not hold these parameters: {exception.Message}", exception);
        }
    }

    /// <summary>Unbuffered: whole blocks are read.</summary>
    internal static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);

    private static ParameterArray Copy(IReadOnlyList<ParameterInfo> parameters, ReadOnlySpan<float> values)
    {
        CheckLength(parameters, values.Length);
        return new ParameterArray(values.ToArray());
    }

    private static void CheckLength(IReadOnlyList<ParameterInfo> parameters, int found)
    {
        long expected = parameters.Count == 0 ? 0 : parameters.Max(parameter => (long)parameter.Offset + parameter.Length);
        if (found != expected)
        {
            throw new ArgumentException($"expected {expected} values for {parameters.Count} parameters, found {found}");
        }
    }
}
