namespace CnnGen.Operators.Tests.Notes;

/// <summary>Convolutions and pools as in VGG.</summary>
[Network(Training = false), Input(2, 44, 6)]
[Conv2d(4, 3, Padding = 1, Name = "conv1"), ReLU(Name = "relu1"), Conv2d(4, 3, Padding = 1, Name = "conv2"), MaxPool2d(2, Name = "pool1")]
[Conv2d(4, 3, Padding = 1, Name = "conv3"), AvgPool2d(2, 1, Name = "pool2"), Conv2d(4, 5, 1, PaddingHeight = 2, Name = "conv4")]
[Output("conv1"), Output("relu1"), Output("conv2"), Output("pool1"), Output("conv3"), Output("pool2"), Output("conv4")]
public sealed partial class StackedFields;

/// <summary>The beginning of a ResNet, then dilation and upsampling.</summary>
[Network(Training = false), Input(1, 80, 9, Layout = TensorLayout.ChannelsLast)]
[Conv2d(5, 7, Stride = 2, Padding = 3, Name = "conv1"), MaxPool2d(3, Stride = 2, Padding = 1, Name = "pool1")]
[Conv2d(5, 3, Padding = 1, Name = "conv2"), Conv2d(5, 3, Padding = 4, Dilation = 4, Name = "conv3"), Add("pool1", "conv3", Name = "sum")]
[DepthwiseConv2d(3, Padding = 1, Name = "depthwise"), ConvTranspose2d(3, 4, Stride = 2, Padding = 1, Name = "transposed")]
[Output("conv1"), Output("pool1"), Output("conv2"), Output("conv3"), Output("sum"), Output("depthwise"), Output("transposed")]
public sealed partial class StridedFields;

/// <summary>Branches of different reach; a skipping window; the mean over everything.</summary>
[Network(Training = false), Input(3, 50, 5)]
[Conv2d(3, 1, Name = "narrow")]
[Conv2d(3, 5, Padding = 2, From = Graph.Input, Name = "wide")]
[MaxPool2d(3, Stride = 1, Padding = 1, From = "wide", Name = "pooled")]
[Concat("narrow", "wide", "pooled", Name = "branches")]
[Conv2d(4, 2, 1, StrideHeight = 4, Rounding = Rounding.Floor, Name = "skipping"), Conv2d(4, 3, Padding = 1, Name = "after")]
[AdaptiveAvgPool2d(1, Name = "mean")]
[Output("narrow"), Output("wide"), Output("pooled"), Output("branches"), Output("skipping"), Output("after"), Output("mean")]
public sealed partial class BranchingFields;

/// <summary>The receptive field in <c>Info</c> is that of an experiment: change a row of pixels and look which outputs change.</summary>
public class ReceptiveFieldTests
{
    [Fact]
    public void Stacked() => InfoAgrees<StackedFields>();

    [Fact]
    public void Strided() => InfoAgrees<StridedFields>();

    [Fact]
    public void Branching() => InfoAgrees<BranchingFields>();

    private static void InfoAgrees<T>()
        where T : INetwork<T>, new()
    {
        var measured = Measured(Probe.Create<T>());
        var told = T.Info.Outputs.Select(output => (output.Name, Rows(T.Info, output)));
        Assert.Equal(told, T.Info.Outputs.Select((output, i) => (output.Name, measured[i])));
    }

    /// <summary>What Info says. It counts padding, too, in which there is nothing to change.</summary>
    private static int Rows(NetworkInfo info, TensorInfo output) =>
        Math.Min(info.Layers.Single(layer => layer.Name == output.Name).ReceptiveField, info.Inputs[0].Shape[1]);

    /// <summary>For each output the rows, first to last, that its middle row or the row after it depends on, whichever sees more.</summary>
    private static int[] Measured<T>(T network)
        where T : INetwork<T>
    {
        float[] x = Probe.Input<T>(), y = Probe.Predict(network, x);
        int height = T.Info.Inputs[0].Shape[1];
        var seeing = T.Info.Outputs.SelectMany(output => new[] { 0, 1 }, (output, _) => new List<int>()).ToArray();
        for (int row = 0; row < height; row++)
        {
            foreach (float value in new[] { 1000f, -1000f })
            {
                float[] changed = Probe.Predict(network, WithRow(x, T.Info.Inputs[0], row, value));
                for (int i = 0, from = 0; i < T.Info.Outputs.Count; from += T.Info.Outputs[i++].Length)
                {
                    for (int next = 0; next < 2; next++)
                    {
                        if (MiddleRow(T.Info.Outputs[i], next).Any(at => changed[from + at] != y[from + at]))
                        {
                            seeing[2 * i + next].Add(row);
                        }
                    }
                }
            }
        }

        return [.. seeing.Select(rows => rows.Count == 0 ? 0 : rows[^1] - rows[0] + 1).Chunk(2).Select(pair => pair.Max())];
    }

    private static float[] WithRow(float[] values, TensorInfo tensor, int row, float value)
    {
        float[] result = [.. values];
        foreach (int at in Row(tensor, row))
        {
            result[at] = value;
        }

        return result;
    }

    private static IEnumerable<int> MiddleRow(TensorInfo tensor, int next) =>
        Row(tensor, Math.Min(tensor.Shape[1] / 2 + next, tensor.Shape[1] - 1));

    /// <summary>Where the row's elements are, all channels.</summary>
    private static IEnumerable<int> Row(TensorInfo tensor, int row)
    {
        int pixel = tensor.Layout == TensorLayout.ChannelsLast ? tensor.Shape[0] : 1;
        int rowLength = tensor.Shape[2] * pixel;
        return Enumerable.Range(0, tensor.Length).Where(at => at / rowLength % tensor.Shape[1] == row);
    }
}
