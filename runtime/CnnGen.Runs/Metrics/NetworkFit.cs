using CnnGen.Data;

namespace CnnGen.Runs;

/// <summary>Whether a loader's samples are what a network takes.</summary>
internal static class NetworkFit
{
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void Check(NetworkInfo network, DataLoader loader)
    {
        TensorInfo input = network.Inputs[0];
        bool isInterleaved = input.Layout == TensorLayout.ChannelsLast && input.Shape.Count > 1 && input.Shape[0] > 1;
        if (input.Length != loader.Shape.Length || isInterleaved)
        {
            throw new ArgumentException(
                $"{network.Name}: expected an input of {loader.Shape}, the images of the loader channel by channel, "
                + $"found {string.Join('×', input.Shape)}{(isInterleaved ? ", the channels last" : "")}");
        }

        var reader = new ScoreReader(network.Outputs[0]);
        int labels = loader.Data.LabelLength > 1 ? loader.Shape.Pixels : 1;
        if (reader.Pixels != labels)
        {
            throw new ArgumentException(
                $"{network.Name}: expected scores of {labels} pixels, as many as labels of a sample, found {reader.Pixels}");
        }

        if (loader.Data.ClassNames.Count > reader.Classes)
        {
            throw new ArgumentException(
                $"{network.Name}: expected scores of {loader.Data.ClassNames.Count} classes, as in the data set, found {reader.Classes}");
        }
    }

    /// <summary>A name for each score: the data set's, and numbers beyond.</summary>
    public static IReadOnlyList<string> ClassNames(IDataset data, int classes) =>
        [.. Enumerable.Range(0, classes).Select(label => label < data.ClassNames.Count ? data.ClassNames[label] : $"{label}")];
}
