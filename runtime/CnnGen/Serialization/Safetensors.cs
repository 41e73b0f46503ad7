using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>
/// Parameters in the safetensors format: the length of a JSON header (eight bytes, little endian), the header, raw data.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Safetensors
{
    /// <summary>Writes the parameters; the file is replaced as a whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IReadOnlyList<ParameterInfo> parameters, WeightStore values)
    {
        using HeldWeights held = values.Hold();
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, parameters, held));
    }

    /// <summary>Writes the parameters; the file is replaced as a whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IReadOnlyList<ParameterInfo> parameters, ReadOnlySpan<float> values)
    {
        CheckLength(parameters, values.Length);
        var copy = new ParameterArray(values.ToArray());
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, parameters, copy));
    }

    /// <summary>Reads the parameters from a file into <paramref name="values"/>, which are undefined when that fails.</summary>
    /// <returns><paramref name="values"/>.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit the parameters.</exception>
    public static WeightStore Load(string path, IReadOnlyList<ParameterInfo> parameters, WeightStore values)
    {
        using FileStream stream = File.OpenRead(path);
        return Load(stream, $"'{path}'", parameters, values);
    }

    /// <summary>Reads the parameters from a stream into <paramref name="values"/>, which are undefined when that fails.</summary>
    /// <returns><paramref name="values"/>.</returns>
    /// <exception cref="InvalidDataException">The data is damaged or does not fit the parameters.</exception>
    public static WeightStore Load(Stream stream, IReadOnlyList<ParameterInfo> parameters, WeightStore values) =>
        Load(stream, "the stream", parameters, values);

    /// <summary>Reads the parameters from a file; nothing is written to <paramref name="values"/> unless all of it is right.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit the parameters.</exception>
    public static void Load(string path, IReadOnlyList<ParameterInfo> parameters, Span<float> values)
    {
        using FileStream stream = File.OpenRead(path);
        Load(stream, $"'{path}'", parameters, values);
    }

    /// <summary>Reads the parameters from a stream; nothing is written to <paramref name="values"/> unless all of it is right.</summary>
    /// <exception cref="InvalidDataException">The data is damaged or does not fit the parameters.</exception>
    public static void Load(Stream stream, IReadOnlyList<ParameterInfo> parameters, Span<float> values) =>
        Load(stream, "the stream", parameters, values);

    private static void Load(Stream stream, string source, IReadOnlyList<ParameterInfo> parameters, Span<float> values)
    {
        CheckLength(parameters, values.Length);
        ParameterArray staging = Load(stream, source, parameters, new ParameterArray(new float[values.Length]));
        staging.Values.CopyTo(values);
    }

    private static TValues Load<TValues>(Stream stream, string source, IReadOnlyList<ParameterInfo> parameters, TValues values)
        where TValues : IParameterValues
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            SafetensorsReader.Read(stream, parameters, values);
            return values;
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{source} does not hold these parameters: {exception.Message}", exception);
        }
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
