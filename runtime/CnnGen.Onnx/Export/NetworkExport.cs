using Google.Protobuf;
using Onnx;

namespace CnnGen.Onnx.Export;

/// <summary>A network as an ONNX model: layer by layer, before anything that the compiler fuses.</summary>
internal static class NetworkExport
{
    /// <summary>Protobuf's own limit.</summary>
    private const long MostBytes = int.MaxValue;

    /// <exception cref="NotSupportedException">A layer has no equivalent, or the model would be too large for one file.</exception>
    public static ModelProto Model(NetworkInfo info, ParameterSource parameters)
    {
        long bytes = info.Parameters.Sum(parameter => sizeof(float) * (long)parameter.Length);
        if (bytes > MostBytes)
        {
            throw new NotSupportedException(
                $"expected parameters of at most {MostBytes} bytes, which an ONNX file can hold, found {bytes}");
        }

        var model = new ModelBuilder(info.Name);
        string[] outputs = [.. info.Outputs.Select(output => model.Unique(output.Name))];
        var values = new Dictionary<int, ExportedValue> { [-1] = Input(model, info.Inputs[0]) };
        for (int i = 0; i < info.Layers.Count; i++)
        {
            values[i] = Layer(model, info, i, values, outputs, parameters);
        }

        for (int i = 0; i < outputs.Length; i++)
        {
            Output(model, info.Outputs[i], values[info.Outputs[i].Layer], outputs[i]);
        }

        return model.Model;
    }

    public static void Write(ModelProto model, Stream stream)
    {
        // The stream's own buffer is small, and tensors are large.
        using var coded = new CodedOutputStream(stream, bufferSize: 1 << 16, leaveOpen: true);
        model.WriteTo(coded);
    }

    private static ExportedValue Input(ModelBuilder model, TensorInfo input)
    {
        string name = model.Unique(input.Name);
        if (!IsChannelsLast(input))
        {
            model.Input(name, input.Shape);
            return new(name, input.Shape);
        }

        model.Input(name, [input.Shape[1], input.Shape[2], input.Shape[0]]);
        string first = model.Node("Transpose", [name], model.Unique($"{name}/channels_first"), ("perm", Moves.ToChannelsFirst));
        return new(first, input.Shape);
    }

    private static ExportedValue Layer(
        ModelBuilder model, NetworkInfo info, int index, Dictionary<int, ExportedValue> values, string[] outputs,
        ParameterSource parameters)
    {
        LayerInfo layer = info.Layers[index];
        ExportedValue[] inputs = [.. info.InputsOf(index).Select(input => values[input])];
        int output = Enumerable.Range(0, outputs.Length)
            .FirstOrDefault(i => info.Outputs[i].Layer == index && !IsChannelsLast(info.Outputs[i]), -1);
        if (output < 0 && LayerExports.IsIdentity(layer, inputs[0].Shape))
        {
            return inputs[0];
        }

        string name = output >= 0 ? outputs[output]
            : model.Unique(layer.Name.Length > 0 ? layer.Name : $"{layer.Kind.ToLowerInvariant()}_{index}");
        LayerExports.Write(new LayerExport(model, layer, inputs, name, parameters));
        return new(name, layer.OutputShape);
    }

    /// <summary>An output has a name of its own, also where it is that of a layer that others read, or in another order.</summary>
    private static void Output(ModelBuilder model, TensorInfo output, ExportedValue value, string name)
    {
        if (IsChannelsLast(output))
        {
            model.Output(name, [output.Shape[1], output.Shape[2], output.Shape[0]]);
            model.Node("Transpose", [value.Name], name, ("perm", Moves.ToChannelsLast));
            return;
        }

        model.Output(name, output.Shape);
        if (value.Name != name)
        {
            model.Node("Identity", [value.Name], name);
        }
    }

    private static bool IsChannelsLast(TensorInfo tensor) => tensor is { Layout: TensorLayout.ChannelsLast, Shape.Count: 3 };
}
