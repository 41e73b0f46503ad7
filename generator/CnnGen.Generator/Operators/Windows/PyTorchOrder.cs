using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Operators.Rules;

namespace CnnGen.Generator.Operators.Windows;

/// <summary>
/// Numbers that PyTorch reads in another order (CNN215). Who means the order that holds here writes the kernel's sides by name.
/// </summary>
/// <param name="Written">The layer as written.</param>
/// <param name="Here">What that is.</param>
/// <param name="There">What it is in PyTorch.</param>
/// <param name="Translated">How PyTorch's layer is written here.</param>
/// <param name="Named">How this one is written without doubt.</param>
/// <param name="Argument">The number that is something else in PyTorch.</param>
internal sealed record PyTorchOrder(string Written, string Here, string There, Fix Translated, Fix Named, string Argument)
{
    private const string OutChannels = "outChannels";
    private const string Height = "kernelHeight";
    private const string Width = "kernelWidth";

    /// <summary>PyTorch's reading where there is one that may be meant; else null.</summary>
    public static PyTorchOrder? Of(LayerContext layer, WindowOptions window, int inChannels, (int OutChannels, int Groups)? convolution)
    {
        if (!layer.Source.ArePositional(Height, Width) || window.Vertical.Kernel == window.Horizontal.Kernel)
        {
            return null;
        }

        return convolution is not null && layer.Source.Has(OutChannels)
            ? Convolution(layer, window, inChannels, convolution.Value.OutChannels, convolution.Value.Groups)
            : Pool(layer, window);
    }

    public void Warn(LayerContext layer) => layer.Problems.Report(
        Severity.Warning, DiagnosticIds.PyTorchOrder, Argument, [Translated, Named], Written, Here, There, Translated.Text, Named.Text);

    /// <summary>
    /// <c>Conv2d(in, out, kernel)</c> in PyTorch. 1×n and n×1 with odd n are the usual halves of a square kernel, so they are meant.
    /// </summary>
    private static PyTorchOrder? Convolution(
        LayerContext layer, WindowOptions window, int inChannels, int outChannels, int groups)
    {
        int height = window.Vertical.Kernel, width = window.Horizontal.Kernel;
        bool isHalf = height == 1 || (width == 1 && height % 2 == 1);
        bool isPossible = outChannels == inChannels && height % groups == 0;
        if (isHalf || !isPossible || !layer.Source.ArePositional(OutChannels))
        {
            return null;
        }

        return new(
            $"Conv2d({outChannels}, {height}, {width})",
            $"{Size.Count(outChannels, "output channel")} of a {height}×{width} kernel",
            $"{Size.Count(inChannels, "input channel")}, {Size.Count(height, "output channel")} and a {width}×{width} kernel",
            Try(
                layer, Height, $"Conv2d({height}, {width})", Square(layer.Source, width).With(OutChannels, height),
                new Edit(EditKind.SetArgument, layer.Problems.At(OutChannels), $"{height}"),
                new Edit(EditKind.RemoveArgument, layer.Problems.At(Height))),
            NamedSides(layer, Height, $"Conv2d({outChannels}, ", height, width),
            Height);
    }

    /// <summary><c>MaxPool2d(kernel, stride)</c> in PyTorch. Windows of a single row or column, and with a stride, are meant.</summary>
    private static PyTorchOrder? Pool(LayerContext layer, WindowOptions window)
    {
        string kind = layer.Kind;
        int height = window.Vertical.Kernel, width = window.Horizontal.Kernel;
        bool hasStride = window.Axes.Any(axis => axis.StrideArgument is not null);
        return height == 1 || width == 1 || hasStride
            ? null
            : new(
                $"{kind}({height}, {width})",
                $"a {height}×{width} window",
                $"a {height}×{height} window with stride {width}",
                Try(
                    layer, Width, $"{kind}({height}, Stride = {width})", Square(layer.Source, height).With("Stride", width),
                    new Edit(EditKind.ReplaceArgument, layer.Problems.At(Width), $"Stride = {width}")),
                NamedSides(layer, Width, $"{kind}(", height, width),
                Width);
    }

    /// <summary>The same window with its sides by name.</summary>
    private static Fix NamedSides(LayerContext layer, string argument, string beginning, int height, int width)
    {
        (string vertical, string horizontal) = ($"KernelHeight = {height}", $"KernelWidth = {width}");
        return Try(
            layer, argument, $"{beginning}{vertical}, {horizontal})",
            layer.Source.With(Height, null).With(Width, null).With("KernelHeight", height).With("KernelWidth", width),
            new Edit(EditKind.ReplaceArgument, layer.Problems.At(Height), vertical),
            new Edit(EditKind.ReplaceArgument, layer.Problems.At(Width), horizontal));
    }

    private static ILayerSource Square(ILayerSource source, int kernel) =>
        source.With(Height, null).With(Width, null).With("kernel", kernel);

    private static Fix Try(LayerContext layer, string argument, string text, ILayerSource changed, params Edit[] edits) =>
        new[] { OutChannels, Height, Width }.Any(layer.Source.IsComputed)
            ? Fix.Advice(text)
            : new FixFinder(layer, DiagnosticIds.PyTorchOrder, argument).Try(text, trial => trial.With(changed), edits);
}
