using System.Text;

namespace CnnGen.Onnx.Tests;

/// <summary>ONNX's own tests, imported, compiled together and predicted.</summary>
public sealed class ConformanceTests
{
    private const double Relative = 1e-3;
    private const double Absolute = 1e-5;
    private const string Space = "Cases";

    /// <summary>What becomes of each case is written down: supported, or the reason why not.</summary>
    [Fact]
    public void EveryCaseIsSupportedOrExcludedForAReason()
    {
        (ConformanceCase Case, ImportResult Result)[] imports = [.. ConformanceCase.All.Select(Import)];
        (ConformanceCase Case, ImportResult Result)[] supported = [.. imports.Where(import => import.Result.Source is not null)];
        var networks = new CompiledNetworks([.. supported.Select(import => import.Result.Source!)]);
        var failures = new StringBuilder();
        foreach ((ConformanceCase one, ImportResult result) in supported)
        {
            if (Difference(networks, one, result) is { } difference)
            {
                failures.Append(one.Name).Append(": ").Append(difference).Append('\n').Append(result.Source).Append('\n');
            }
        }

        string found = string.Concat(imports.Select(import =>
            $"{import.Case.Name}: {(import.Result.Source is null ? import.Result.Problems[0].Reason : "supported")}\n"));
        if (Environment.GetEnvironmentVariable("CNNGEN_UPDATE") is { } folder)
        {
            File.WriteAllText(Path.Combine(folder, "cases.txt"), found);
            File.WriteAllText(Path.Combine(folder, "failures.txt"), failures.ToString());
        }

        Assert.Equal("", failures.ToString());
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Conformance", "cases.txt")), found);
    }

    /// <summary>
    /// The first input is the network's; others are weights, which these tests pass as inputs. Where two tensors of one kind are meant,
    /// they are the halves of one input.
    /// </summary>
    private static (ConformanceCase Case, ImportResult Result) Import(ConformanceCase one)
    {
        if (one.Stacked() is { } stacked && Import(stacked, []) is { Source: not null } result)
        {
            return (stacked, result);
        }

        IReadOnlyList<string> names = one.InputNames;
        var constants = new Dictionary<string, Tensor>();
        for (int i = 1; i < names.Count && i < one.Inputs.Count; i++)
        {
            if (one.Inputs[i] is { } tensor)
            {
                constants[names[i]] = tensor;
            }
        }

        return (one, Import(one, constants));
    }

    private static ImportResult Import(ConformanceCase one, Dictionary<string, Tensor> constants)
    {
        try
        {
            return OnnxImporter.Import(
                new MemoryStream(one.Model), new() { Name = one.Name, Namespace = Space, FixedInputs = constants });
        }
        catch (InvalidDataException exception)
        {
            return new(one.Name, [new("", "", exception.Message, 0)]);
        }
    }

    private static string? Difference(CompiledNetworks networks, ConformanceCase one, ImportResult result)
    {
        float[] given = one.Inputs[0]!.ToSingles(), input = new float[given.Length];
        result.Input!.ToNetwork(given, input);
        float[][] outputs = networks.Predict(result, Space, input, result.Input.Batch);
        for (int i = 0; i < outputs.Length; i++)
        {
            float[] expected = one.Outputs[i]!.ToSingles(), found = new float[outputs[i].Length];
            result.Outputs[i].ToModel(outputs[i], found);
            if (!result.Outputs[i].Shape.SequenceEqual(one.Outputs[i]!.Shape))
            {
                return $"shape {string.Join('×', result.Outputs[i].Shape)} instead of {string.Join('×', one.Outputs[i]!.Shape)}";
            }

            for (int k = 0; k < expected.Length; k++)
            {
                if (Math.Abs(found[k] - expected[k]) > Absolute + Relative * Math.Abs(expected[k])
                    || float.IsNaN(found[k]) != float.IsNaN(expected[k]))
                {
                    return $"output {i}, element {k}: {found[k]} instead of {expected[k]}";
                }
            }
        }

        return null;
    }
}
