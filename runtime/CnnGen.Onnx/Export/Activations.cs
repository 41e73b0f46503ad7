namespace CnnGen.Onnx.Export;

/// <summary>Functions of each element.</summary>
internal static class Activations
{
    /// <summary>An operator that ONNX has.</summary>
    public static Action<LayerExport> Plain(string type, params (string, object)[] attributes) =>
        layer => layer.Result(type, [layer.Input.Name], attributes);

    public static void ReLU6(LayerExport layer) =>
        layer.Result("Clip", [layer.Input.Name, layer.Number("least", 0), layer.Number("most", 6)]);

    public static void PReLU(LayerExport layer)
    {
        bool isPerChannel = layer.Layer.ParameterCount > 1;
        layer.Result("PRelu", [layer.Input.Name, layer.Parameter("weight", isPerChannel ? layer.PerChannel(layer.Input.Channels) : [1])]);
    }

    /// <summary>x · sigmoid(x).</summary>
    public static void SiLU(LayerExport layer) => layer.Result("Mul", [layer.Input.Name, layer.Node("Sigmoid", [layer.Input.Name])]);

    /// <summary>x · tanh(softplus(x)).</summary>
    public static void Mish(LayerExport layer)
    {
        string x = layer.Input.Name;
        layer.Result("Mul", [x, layer.Node("Tanh", [layer.Node("Softplus", [x])])]);
    }

    /// <summary>1.7159 · tanh(2x / 3).</summary>
    public static void ScaledTanh(LayerExport layer)
    {
        string inner = layer.Node("Mul", [layer.Input.Name, layer.Number("inner", 2.0 / 3)]);
        layer.Result("Mul", [layer.Node("Tanh", [inner]), layer.Number("outer", 1.7159)]);
    }

    /// <summary>x · (1 + erf(x / √2)) / 2, or with tanh in its place.</summary>
    public static void GELU(LayerExport layer)
    {
        string x = layer.Input.Name;
        string bend = layer.Options.Has("tanh")
            ? layer.Node("Tanh", [Inner(layer)])
            : layer.Node("Erf", [layer.Node("Div", [x, layer.Number("root", Math.Sqrt(2))])]);
        string product = layer.Node("Mul", [x, layer.Node("Add", [bend, layer.Number("one", 1)])]);
        layer.Result("Mul", [product, layer.Number("half", 0.5)]);
    }

    /// <summary>√(2 / π) · (x + 0.044715 x³).</summary>
    private static string Inner(LayerExport layer)
    {
        string x = layer.Input.Name;
        string cube = layer.Node("Mul", [layer.Node("Mul", [x, x]), x]);
        string sum = layer.Node("Add", [x, layer.Node("Mul", [cube, layer.Number("cubic", 0.044715)])]);
        return layer.Node("Mul", [sum, layer.Number("root", Math.Sqrt(2 / Math.PI))]);
    }
}
