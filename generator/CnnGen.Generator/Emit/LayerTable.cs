using System.Globalization;
using CnnGen.Generator.Lowering;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Emit;

/// <summary>The table of layers in the documentation of the class.</summary>
internal static class LayerTable
{
    public static void Emit(CodeWriter writer, NetworkModel model)
    {
        writer.Line("/// <remarks>");
        string outputs = string.Join(" and ", model.Outputs.Select(output => output.Shape));
        writer.Line(
            $"/// {model.Input.Shape} to {outputs}: {Number(model.ParameterCount)} parameters, " +
            $"{Number(model.MultiplyAdds)} multiply-adds.");
        foreach (string line in Memories(model))
        {
            writer.Line($"/// {line}");
        }

        writer.Line("/// <code>");
        string[] titles = ["layer", "kind", "output", "parameters", "multiply-adds", "sees", "kernel"];
        foreach (string line in Align([titles, .. model.Graph.Nodes.Select(node => Row(model, node))]))
        {
            writer.Line("/// " + line);
        }

        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
    }

    private static IEnumerable<string> Memories(NetworkModel model)
    {
        long weights = Memory.Weights(model.Inference), prepared = Memory.Prepared(model.Inference);
        string packed = weights == 0 ? "" : $", beside {Number(weights)} of packed weights";
        string more = prepared == 0 ? "" : $" and {Number(prepared)} of weights prepared for it";
        yield return $"Predict works in {Number(model.ArenaBytes)} bytes{packed}{more}.";
        if (model.Training is { } training)
        {
            yield return $"A sample in training takes {Number(Memory.TrainingSample(model.Graph, training))} bytes.";
        }
    }

    private static string[] Row(NetworkModel model, Node node) =>
    [
        node.Name,
        node.Kind,
        model.Graph.Values[node.Output].Shape.ToString(),
        Number(NetworkModel.Trainable(node)),
        Number(node.MultiplyAdds),
        Number(node.ReceptiveField),
        model.KernelOf(node),
    ];

    private static string Number(long value) => value == 0 ? "" : value.ToString("N0", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Align(string[][] rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        bool IsNumber(int column) => column is >= 3 and <= 5;
        return rows.Select(row => string.Join("  ", row.Select((cell, column) =>
            IsNumber(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
    }
}
