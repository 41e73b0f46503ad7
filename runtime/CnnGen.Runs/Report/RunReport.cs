using System.Text;
using CnnGen.Data;
using CnnGen.Runtime;

namespace CnnGen.Runs;

/// <summary>
/// A page about a run that needs nothing beside it: curves, learning rate, gradients of each layer, what was taken for what, the
/// worst-classified images, the first layer's filters, the network, the system.
/// </summary>
public static class RunReport
{
    /// <summary>Writes the page, as a whole or not at all.</summary>
    /// <param name="path">An HTML file.</param>
    /// <param name="network">The network as it is after the run.</param>
    /// <param name="result">How the run went.</param>
    /// <param name="validation">The samples that the evaluation is of.</param>
    /// <exception cref="IOException">The file cannot be written, or an image cannot be read.</exception>
    public static void Write<T>(string path, T network, RunResult result, IDataset validation)
        where T : INetwork<T>
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(validation);
        string html = new ReportPage().Add(T.Info, result).Add(result.History, new RunLog(T.Info).Layers)
            .Add(result.Evaluation, validation).AddFilters(FilterSheet.Of(network)).AddSystem(T.Info).ToString();
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(html)));
    }
}
