namespace CnnGen.Operators.Tests.Notes;

[Network, Input(1, 6, 6), MaxPool2d(2)]
public sealed partial class MaxOfTiles;

[Network, Input(1, 6, 6), MinPool2d(2)]
public sealed partial class MinOfTiles;

[Network, Input(1, 6, 6), MaxPool2d(3, Stride = 1, Padding = 1)]
public sealed partial class MaxPadded;

[Network, Input(1, 6, 6), MinPool2d(3, Stride = 2, Padding = 1, Rounding = Rounding.Floor, Ties = Ties.Split)]
public sealed partial class MinSplit;

[Network, Input(1, 6, 6), MaxPool2d(2, Stride = 1, Dilation = 3, Ties = Ties.Split)]
public sealed partial class MaxDilatedSplit;

[Network, Input(1, 6, 6), MaxPool2d(6)]
public sealed partial class MaxLooped;

[Network, Input(1, 6, 6), AdaptiveMaxPool2d(1, 4)]
public sealed partial class MaxAdaptive;

/// <summary>
/// A window with NaN gives NaN, wherever it is, and the gradient goes to the last NaN of the window as in PyTorch, or all of them share it.
/// </summary>
public class PoolNaNTests
{
    private const int Size = 6;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void NaN_anywhere_in_a_window_is_its_maximum(int place)
    {
        float[] input = new float[Size * Size];
        int[] corner = [0, 1, Size, Size + 1];
        Array.ForEach(corner, pixel => input[pixel] = Array.IndexOf(corner, pixel) + 1);
        input[corner[place]] = float.NaN;
        Assert.Equal(float.NaN, Probe.Predict(new MaxOfTiles(), input)[0]);
        float[] gradient = Probe.InputGradient(new MaxOfTiles(), input, [1, 0, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(Enumerable.Range(0, Size * Size).Select(pixel => pixel == corner[place] ? 1f : 0f), gradient);
    }

    [Fact]
    public void Tiles() => Check(new MaxOfTiles(), Windows(kernel: 2, stride: 2));

    [Fact]
    public void Minimum_of_tiles() => Check(new MinOfTiles(), Windows(kernel: 2, stride: 2), isMin: true);

    [Fact]
    public void Padded() => Check(new MaxPadded(), Windows(kernel: 3, padding: 1));

    [Fact]
    public void Minimum_padded_and_split() => Check(new MinSplit(), Windows(kernel: 3, stride: 2, padding: 1), isMin: true, isSplit: true);

    [Fact]
    public void Dilated_and_split() => Check(new MaxDilatedSplit(), Windows(kernel: 2, dilation: 3), isSplit: true);

    [Fact]
    public void Looped_over() => Check(new MaxLooped(), Windows(kernel: 6));

    [Fact]
    public void Adaptive() => Check(
        new MaxAdaptive(),
        [.. from range in new[] { (0, 2), (1, 3), (3, 5), (4, 6) }
            select Enumerable.Range(0, Size * Size).Where(pixel => pixel % Size >= range.Item1 && pixel % Size < range.Item2).ToArray()]);

    /// <summary>The pixels of each window that lie in the image, in order.</summary>
    private static int[][] Windows(int kernel, int stride = 1, int padding = 0, int dilation = 1)
    {
        int outputs = (Size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
        int[] Along(int output) =>
        [
            .. Enumerable.Range(0, kernel).Select(tap => output * stride - padding + tap * dilation).Where(place => place is >= 0 and < Size),
        ];
        return
        [
            .. from row in Enumerable.Range(0, outputs)
               from column in Enumerable.Range(0, outputs)
               select (from i in Along(row) from j in Along(column) select i * Size + j).ToArray(),
        ];
    }

    /// <summary>One NaN and two of them, at every place.</summary>
    private static void Check<T>(T network, int[][] windows, bool isMin = false, bool isSplit = false)
        where T : ITrainableNetwork<T>
    {
        float[] dy = [.. windows.Select((_, i) => i + 1f)];
        for (int place = 0; place < Size * Size; place++)
        {
            foreach (int other in new[] { place, (place + 1) % (Size * Size), (place + Size) % (Size * Size) })
            {
                float[] input = [.. Enumerable.Range(0, Size * Size).Select(pixel => MathF.Sin(pixel))];
                (input[place], input[other]) = (float.NaN, float.NaN);
                float[] expected = [.. windows.Select(window => Best(input, window, isMin))];
                Assert.Equal(expected, Probe.Predict(network, input));
                Assert.Equal(Gradient(input, windows, dy, isMin, isSplit), Probe.InputGradient(network, input, dy));
            }
        }
    }

    private static float Best(float[] input, int[] window, bool isMin) =>
        window.Select(pixel => input[pixel]).Aggregate(isMin ? MathF.Min : MathF.Max);

    private static float[] Gradient(float[] input, int[][] windows, float[] dy, bool isMin, bool isSplit)
    {
        var gradient = new float[input.Length];
        foreach ((int[] window, float g) in windows.Zip(dy))
        {
            float best = Best(input, window, isMin);
            int[] hits = [.. window.Where(pixel => input[pixel].Equals(best))];
            foreach (int hit in isSplit ? hits : float.IsNaN(best) ? hits[^1..] : hits[..1])
            {
                gradient[hit] += isSplit ? g / hits.Length : g;
            }
        }

        return gradient;
    }
}
