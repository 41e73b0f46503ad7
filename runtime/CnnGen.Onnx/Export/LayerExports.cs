namespace CnnGen.Onnx.Export;

/// <summary>Each kind of layer as ONNX operators: one table, one method each.</summary>
internal static class LayerExports
{
    private static readonly Dictionary<string, Action<LayerExport>> ByKind = new(StringComparer.Ordinal)
    {
        ["Conv2d"] = Convolutions.Conv,
        ["DepthwiseConv2d"] = Convolutions.Conv,
        ["SeparableConv2d"] = Convolutions.Conv,
        ["ConvTranspose2d"] = Convolutions.Transposed,
        ["FixedConv2d"] = Convolutions.Fixed,
        ["MaxPool2d"] = Pools.Max,
        ["MinPool2d"] = Pools.Min,
        ["AvgPool2d"] = Pools.Average,
        ["AdaptiveAvgPool2d"] = Pools.AdaptiveAverage,
        ["AdaptiveMaxPool2d"] = Pools.AdaptiveMax,
        ["Subsample2d"] = Pools.Subsample,
        ["Linear"] = layer => layer.Result(
            "Gemm", [layer.Input.Name, layer.Parameter("weight"), .. layer.Has("bias") ? [layer.Parameter("bias")] : Array.Empty<string>()],
            ("transB", 1)),
        ["Rbf"] = Rbf,
        ["BatchNorm1d"] = Norms.Batch,
        ["BatchNorm2d"] = Norms.Batch,
        ["InstanceNorm2d"] = Norms.Instance,
        ["GroupNorm"] = Norms.Group,
        ["LayerNorm"] = Norms.Layer,
        ["LocalResponseNorm"] = Norms.LocalResponse,
        ["GlobalResponseNorm"] = Norms.GlobalResponse,
        ["LayerScale"] = layer => layer.Result(
            "Mul", [layer.Input.Name, layer.Parameter("weight", layer.PerChannel(layer.Input.Channels))]),
        ["ReLU"] = Activations.Plain("Relu"),
        ["Sigmoid"] = Activations.Plain("Sigmoid"),
        ["Tanh"] = Activations.Plain("Tanh"),
        ["Softplus"] = Activations.Plain("Softplus"),
        ["Hardswish"] = Activations.Plain("HardSwish"),
        ["Hardsigmoid"] = Activations.Plain("HardSigmoid", ("alpha", 1f / 6), ("beta", 0.5f)),
        ["Softmax"] = Activations.Plain("Softmax", ("axis", 1)),
        ["LogSoftmax"] = Activations.Plain("LogSoftmax", ("axis", 1)),
        ["ReLU6"] = Activations.ReLU6,
        ["LeakyReLU"] = layer => layer.Result("LeakyRelu", [layer.Input.Name], ("alpha", layer.Options.Float("negative_slope"))),
        ["ELU"] = layer => layer.Result("Elu", [layer.Input.Name], ("alpha", layer.Options.Float("alpha"))),
        ["PReLU"] = Activations.PReLU,
        ["SiLU"] = Activations.SiLU,
        ["GELU"] = Activations.GELU,
        ["Mish"] = Activations.Mish,
        ["ScaledTanh"] = Activations.ScaledTanh,
        ["Dropout"] = Activations.Plain("Identity"),
        ["DropPath"] = Activations.Plain("Identity"),
        ["Flatten"] = layer => layer.Result(layer.Input.IsVector ? "Identity" : "Flatten", [layer.Input.Name]),
        ["Upsample"] = Moves.Upsample,
        ["PixelShuffle"] = layer => layer.Result(
            "DepthToSpace", [layer.Input.Name], ("blocksize", layer.Options.Integer("upscale_factor")), ("mode", "CRD")),
        ["ChannelShuffle"] = Moves.ChannelShuffle,
        ["Slice"] = Moves.Slice,
        ["Pad2d"] = Moves.Pad,
        ["CenterCrop2d"] = Moves.CenterCrop,
        ["Normalize"] = Norms.Normalize,
        ["Concat"] = layer => layer.Result("Concat", layer.Inputs.Select(input => input.Name), ("axis", 1)),
        ["Add"] = layer => Moves.Chain(layer, "Add"),
        ["Multiply"] = layer => Moves.Chain(layer, "Mul"),
    };

    /// <summary>Whether the kind passes its input on as it is.</summary>
    public static bool IsIdentity(LayerInfo layer, IReadOnlyList<int> input) =>
        layer.Kind is "Dropout" or "DropPath" || (layer.Kind == "Flatten" && input.Count == 1);

    /// <summary>Adds the nodes of a layer.</summary>
    /// <exception cref="NotSupportedException">There is no such kind, here.</exception>
    public static void Write(LayerExport layer)
    {
        if (!ByKind.TryGetValue(layer.Layer.Kind, out Action<LayerExport>? write))
        {
            throw new NotSupportedException(
                $"layer {layer.Layer}: expected a kind that has an equivalent in ONNX, found {layer.Layer.Kind}; "
                + "CnnGen.Onnx may be older than the compiler of this network");
        }

        write(layer);
    }

    /// <summary>Σ (x − code)² for each class's code.</summary>
    private static void Rbf(LayerExport layer)
    {
        string row = layer.Node("Unsqueeze", [layer.Input.Name, layer.Integers("axis", 1)]);
        string difference = layer.Node("Sub", [row, layer.Parameter("weight")]);
        string square = layer.Node("Mul", [difference, difference]);
        layer.Result("ReduceSum", [square, layer.Integers("features", 2)], ("keepdims", 0));
    }
}
