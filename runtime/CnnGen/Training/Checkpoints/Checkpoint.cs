using CnnGen.Runtime;

namespace CnnGen;

/// <summary>
/// A trainer's state as a safetensors file: the network's parameters and buffers by their names, behind them a tensor for each parameter
/// and each number that goes with it (<c>state/exp_avg/conv1.weight</c>), and the rest as text in the header.
/// </summary>
internal static class Checkpoint
{
    private const string Version = "1";
    private const string VersionKey = "cnngen.checkpoint";
    private const string LayersKey = "cnngen.layers";

    /// <summary>Writes a file, as a whole or not at all.</summary>
    public static void Save(string path, NetworkInfo network, TrainerState state, IReadOnlyDictionary<string, string> notes)
    {
        WeightStore store = state.Pass.Store;
        var text = new CheckpointText { Notes = notes };
        text.Set(VersionKey, Version);
        text.Set(LayersKey, string.Join('\n', Layers(network)));
        state.Write(text);
        using HeldWeights held = store.Hold();
        var tensors = new CheckpointTensors(network.Parameters, state.Sections(text), store.Layout, held);
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, tensors.All, tensors, text.Entries));
    }

    /// <summary>Reads a file; nothing changes unless all of it is right. Returns the notes.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or belongs to another network or optimizer.</exception>
    public static IReadOnlyDictionary<string, string> Load(string path, NetworkInfo network, TrainerState state)
    {
        try
        {
            using FileStream stream = Safetensors.OpenRead(path);
            var reader = new SafetensorsReader(stream);
            List<SafetensorsTensor> found = reader.ReadHeader();
            var text = new CheckpointText(reader.Metadata);
            CheckVersion(text);
            CheckLayers(text.Text(LayersKey).Split('\n'), [.. Layers(network)]);
            Action apply = state.Read(text);
            var tensors = new StagedTensors(network.Parameters, [.. state.Sections(text)]);
            TensorMatch match = TensorMatch.Find(found, tensors.Expected);
            LoadRemedies.Check(match, new LoadOptions());
            reader.ReadData(match.Uses, tensors);
            apply();
            tensors.Commit(state.Pass.Store);
            return text.Notes;
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}' is no checkpoint that this trainer could go on from: {exception.Message}", exception);
        }
    }

    private static void CheckVersion(CheckpointText text)
    {
        if (!text.Has(VersionKey))
        {
            throw new InvalidDataException(
                "expected a file that SaveCheckpoint wrote, found tensors alone; "
                + "a network's own Load reads parameters without a trainer's state");
        }

        if (text.Text(VersionKey) != Version)
        {
            throw new InvalidDataException(
                $"expected version {Version} of the format, found '{SafetensorsTensor.Printable(text.Text(VersionKey))}'");
        }
    }

    private static void CheckLayers(string[] found, string[] expected)
    {
        for (int i = 0; i < Math.Max(found.Length, expected.Length); i++)
        {
            (string there, string here) = (At(found, i), At(expected, i));
            if (there != here)
            {
                throw new InvalidDataException(
                    $"it belongs to another architecture; line {i + 1} of its layers: expected '{here}', "
                    + $"found '{SafetensorsTensor.Printable(there)}'");
            }
        }

        static string At(string[] lines, int i) => i < lines.Length ? lines[i] : "(no more layers)";
    }

    /// <summary>What tells one architecture from another; nothing that depends on the machine.</summary>
    private static IEnumerable<string> Layers(NetworkInfo network) =>
    [
        .. network.Inputs.Select(input => input.ToString()),
        .. network.Layers.Select(layer => FormattableString.Invariant($"{layer}, {layer.MultiplyAdds} multiply-adds")),
        .. network.Outputs.Select(output => output.ToString()),
    ];
}
