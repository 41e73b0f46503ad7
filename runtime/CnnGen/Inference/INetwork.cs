namespace CnnGen;

/// <summary>A network that the generator compiled. Generic code, exporters and tools rely on these members alone.</summary>
/// <typeparam name="TSelf">The network class itself.</typeparam>
public interface INetwork<TSelf>
    where TSelf : INetwork<TSelf>
{
    /// <summary>Layers, parameters, inputs and outputs, known at compile time.</summary>
    static abstract NetworkInfo Info { get; }

    /// <summary>Reads the parameters from a safetensors file with PyTorch's names and shapes.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit the network.</exception>
    static abstract TSelf Load(string path);

    /// <summary>Reads the parameters from a stream in the safetensors format.</summary>
    /// <exception cref="InvalidDataException">The data is damaged or does not fit the network.</exception>
    static abstract TSelf Load(Stream stream);

    /// <summary>
    /// Reads the parameters as far as the file and the network agree: the options say which other names, superfluous tensors and
    /// missing parameters are forgiven. What was not loaded is in <see cref="LoadOptions.Report"/> afterwards.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is damaged, or the options do not forgive what does not fit.</exception>
    /// <exception cref="NotSupportedException">A class that no generator compiled does not have this member.</exception>
    static virtual TSelf Load(string path, LoadOptions options) => throw NoOptions();

    /// <inheritdoc cref="Load(string, LoadOptions)"/>
    static virtual TSelf Load(Stream stream, LoadOptions options) => throw NoOptions();

    /// <summary>
    /// Writes the parameters as safetensors. The file, or the one that a symbolic link leads to, is replaced as a whole or not at
    /// all and keeps its mode; where it can be written but not replaced (a read-only folder, a device, a pipe), it is written in place.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    void Save(string path);

    /// <summary>Writes the parameters as safetensors at the stream's position; the stream stays open.</summary>
    void Save(Stream stream) => Runtime.Safetensors.Save(stream, TSelf.Info.Parameters, Parameters);

    /// <summary>
    /// All parameters and buffers in the order and layout of <see cref="NetworkInfo.Parameters"/>, to be read and written. Looking
    /// changes nothing. What is written counts in the next training step, save and prediction (in later predictions after at most
    /// 64 of them), and steps show here, for as long as the span is in use. To look at one parameter alone,
    /// <see cref="Parameter"/> is cheaper.
    /// </summary>
    Span<float> Parameters { get; }

    /// <summary>One parameter or buffer as it is now, in PyTorch's layout: a copy, which later steps do not change.</summary>
    /// <param name="name">Its name in <see cref="NetworkInfo.Parameters"/>, for example <c>conv1.weight</c>.</param>
    /// <exception cref="ArgumentException">There is no parameter of that name.</exception>
    ReadOnlySpan<float> Parameter(string name)
    {
        foreach (ParameterInfo parameter in TSelf.Info.Parameters)
        {
            if (parameter.Name == name)
            {
                return Parameters.Slice(parameter.Offset, parameter.Length).ToArray();
            }
        }

        throw new ArgumentException($"expected the name of a parameter or buffer of {TSelf.Info.Name}, found {name}", nameof(name));
    }

    /// <summary>
    /// Computes the outputs of one sample; several outputs follow one another in <paramref name="output"/>. An instance serves one
    /// thread at a time: <see cref="Fork"/> gives another thread its own.
    /// </summary>
    /// <exception cref="InvalidOperationException">The instance is computing on another thread.</exception>
    void Predict(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>Computes the outputs of any number of samples that lie one after another.</summary>
    void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>
    /// A second instance for another thread: it shares the parameters and owns its working memory. While one thread trains, predictions
    /// of others see the parameters before or after a step, never half of it.
    /// </summary>
    TSelf Fork();

    /// <summary>Threads that one call may use; 1 at first, 0 means all cores. Results do not depend on it.</summary>
    int Threads { get; set; }

    private static NotSupportedException NoOptions() => new($"{typeof(TSelf).Name} does not load with options: implement Load for them.");
}
