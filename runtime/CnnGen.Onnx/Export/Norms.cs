namespace CnnGen.Onnx.Export;

/// <summary>Normalisations.</summary>
internal static class Norms
{
    public static void Batch(LayerExport layer)
    {
        int channels = layer.Input.Channels;
        layer.Result(
            "BatchNormalization",
            [
                layer.Input.Name, layer.ParameterOr("weight", 1, channels), layer.ParameterOr("bias", 0, channels),
                layer.Parameter("running_mean"), layer.Parameter("running_var"),
            ],
            Epsilon(layer));
    }

    public static void Instance(LayerExport layer)
    {
        int channels = layer.Input.Channels;
        layer.Result(
            "InstanceNormalization",
            [layer.Input.Name, layer.ParameterOr("weight", 1, channels), layer.ParameterOr("bias", 0, channels)],
            Epsilon(layer));
    }

    /// <summary>Each group is a channel of as many elements; 0 in a shape keeps the batch.</summary>
    public static void Group(LayerExport layer)
    {
        int groups = layer.Options.Integer("num_groups");
        string grouped = layer.Node("Reshape", [layer.Input.Name, layer.Integers("grouped", 0, groups, -1)]);
        string normal = layer.Node(
            "InstanceNormalization",
            [
                grouped, layer.Constant("ones", [groups], [.. Enumerable.Repeat(1f, groups)]),
                layer.Constant("zeros", [groups], new float[groups]),
            ],
            Epsilon(layer));
        string apart = layer.Node("Reshape", [normal, Moves.ShapeOf(layer, layer.Input)]);
        layer.Affine(apart, layer.Input.Channels);
    }

    /// <summary>Over the channels, which ONNX wants last.</summary>
    public static void Layer(LayerExport layer)
    {
        int channels = layer.Input.Channels;
        string weight = layer.ParameterOr("weight", 1, channels), bias = layer.ParameterOr("bias", 0, channels);
        (string, object)[] attributes = [("axis", -1), Epsilon(layer)];
        if (layer.Input.IsVector)
        {
            layer.Result("LayerNormalization", [layer.Input.Name, weight, bias], attributes);
            return;
        }

        string last = layer.Node("Transpose", [layer.Input.Name], ("perm", Moves.ToChannelsLast));
        string normal = layer.Node("LayerNormalization", [last, weight, bias], attributes);
        layer.Result("Transpose", [normal], ("perm", Moves.ToChannelsFirst));
    }

    public static void LocalResponse(LayerExport layer)
    {
        int size = layer.Options.Integer("size");
        (float alpha, float beta, float k) = (layer.Options.Float("alpha"), layer.Options.Float("beta"), layer.Options.Float("k"));
        if (size % 2 == 1)
        {
            layer.Result("LRN", [layer.Input.Name], ("size", size), ("alpha", alpha), ("beta", beta), ("bias", k));
            return;
        }

        // Of an even number of channels PyTorch takes one more before, ONNX one more behind.
        string square = layer.Node("Mul", [layer.Input.Name, layer.Input.Name]);
        string rows = layer.Node("Reshape", [square, layer.Integers("rows", 0, 1, layer.Input.Channels, -1)]);
        string mean = layer.Node(
            "AveragePool", [rows], ("kernel_shape", new long[] { size, 1 }), ("strides", new long[] { 1, 1 }),
            ("pads", new long[] { size / 2, 0, (size - 1) / 2, 0 }), ("count_include_pad", 1));
        string image = layer.Node("Reshape", [mean, Moves.ShapeOf(layer, layer.Input)]);
        string scaled = layer.Node("Mul", [image, layer.Number("alpha", alpha)]);
        string sum = layer.Node("Add", [scaled, layer.Number("k", k)]);
        layer.Result("Div", [layer.Input.Name, layer.Node("Pow", [sum, layer.Number("beta", beta)])]);
    }

    /// <summary>gamma · x · n + beta + x with n = g / (mean of g + eps) and g the norm of each channel.</summary>
    public static void GlobalResponse(LayerExport layer)
    {
        string x = layer.Input.Name;
        long[] shape = [layer.Input.Channels, 1, 1];
        string norm = layer.Node("ReduceL2", [x], ("axes", new long[] { 2, 3 }), ("keepdims", 1));
        string mean = layer.Node("ReduceMean", [norm], ("axes", new long[] { 1 }), ("keepdims", 1));
        string relative = layer.Node("Div", [norm, layer.Node("Add", [mean, layer.Number("eps", layer.Options.Float("eps"))])]);
        string scaled = layer.Node("Mul", [layer.Node("Mul", [x, relative]), layer.Parameter("gamma", shape)]);
        layer.Result("Add", [layer.Node("Add", [scaled, layer.Parameter("beta", shape)]), x]);
    }

    public static void Normalize(LayerExport layer)
    {
        long[] shape = layer.PerChannel(layer.Input.Channels);
        string centred = layer.Node("Sub", [layer.Input.Name, layer.Constant("mean", shape, layer.Options.Floats("mean"))]);
        layer.Result("Div", [centred, layer.Constant("std", shape, layer.Options.Floats("std"))]);
    }

    private static (string, object) Epsilon(LayerExport layer) => ("epsilon", layer.Options.Float("eps"));
}
