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

    /// <summary>Writes the parameters as safetensors; the file is replaced as a whole or not at all.</summary>
    void Save(string path);

    /// <summary>
    /// All parameters and buffers in the order and layout of <see cref="NetworkInfo.Parameters"/>. Taking the span marks the
    /// packed weights stale, so that what is written through it counts in the next <see cref="Predict"/>.
    /// </summary>
    Span<float> Parameters { get; }

    /// <summary>Computes the outputs of one sample; several outputs follow one another in <paramref name="output"/>.</summary>
    void Predict(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>Computes the outputs of any number of samples that lie one after another.</summary>
    void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>A second instance for another thread: it shares the parameters and owns its working memory.</summary>
    TSelf Fork();

    /// <summary>Threads that one call may use; 1 at first, 0 means all cores. Results do not depend on it.</summary>
    int Threads { get; set; }
}
