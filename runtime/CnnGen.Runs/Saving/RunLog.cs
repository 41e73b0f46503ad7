using System.Globalization;

namespace CnnGen.Runs;

/// <summary>A run's epochs as comma-separated values: a line of names, then a line an epoch, numbers to their last bit.</summary>
public sealed class RunLog
{
    private static readonly (string Name, Func<EpochRecord, double> Value)[] Columns =
    [
        ("epoch", record => record.Epoch),
        ("step", record => record.Step),
        ("learning_rate", record => record.LearningRate),
        ("training_loss", record => record.TrainingLoss),
        ("validation_loss", record => record.ValidationLoss),
        ("accuracy", record => record.Accuracy),
        ("top_5", record => record.TopFive),
        ("mean_iou", record => record.MeanOverlap),
        ("mean_recall", record => record.MeanRecall),
        ("gradient_norm", record => record.GradientNorm),
        ("seconds", record => record.Seconds),
    ];

    /// <summary>The log of a network's runs.</summary>
    public RunLog(NetworkInfo network)
    {
        ArgumentNullException.ThrowIfNull(network);
        Weights = [.. network.Parameters.Where(parameter => parameter.IsTrainable && parameter.Shape.Count > 1)];
        Layers = [.. Weights.Select(weight => weight.Name)];
    }

    /// <summary>The weight tensors whose gradients have a column, which is called <c>gradient:</c> and the name.</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>The same with their places among the parameters.</summary>
    internal IReadOnlyList<ParameterInfo> Weights { get; }

    private string Header => string.Join(',', [.. Columns.Select(column => column.Name), .. Layers.Select(name => $"gradient:{name}")]);

    /// <summary>The whole file.</summary>
    public string Format(IEnumerable<EpochRecord> records) =>
        string.Concat(records.Select(Line).Prepend(Header).Select(line => line + "\n"));

    /// <summary>The epochs of a file's text.</summary>
    /// <exception cref="InvalidDataException">It is not of this network's runs, or a line is damaged.</exception>
    public IReadOnlyList<EpochRecord> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0 || lines[0] != Header)
        {
            throw new InvalidDataException($"expected a log with the columns {Header}, found {(lines.Length == 0 ? "nothing" : lines[0])}");
        }

        return [.. lines.Skip(1).Select(ParseLine)];
    }

    private static string Line(EpochRecord record) => string.Join(
        ',',
        Columns.Select(column => column.Value(record)).Concat(record.LayerGradientNorms)
            .Select(value => value.ToString(CultureInfo.InvariantCulture)));

    private EpochRecord ParseLine(string line)
    {
        string[] cells = line.Split(',');
        double[] values = new double[Columns.Length + Layers.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (cells.Length != values.Length || !double.TryParse(cells[i], CultureInfo.InvariantCulture, out values[i]))
            {
                throw new InvalidDataException($"expected {values.Length} numbers, found '{line}'");
            }
        }

        return new EpochRecord(
            (int)values[0], (long)values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8], values[9],
            values[10])
        {
            LayerGradientNorms = values[Columns.Length..],
        };
    }
}
