namespace CnnGen.Operators.Tests.Notes;

[Network, Input(1, 4, 4), MaxPool2d(2)]
public sealed partial class FirstWins;

[Network, Input(1, 4, 4), MaxPool2d(2, Ties = Ties.Split)]
public sealed partial class TiesShare;

[Network, Input(1, 4, 4), MaxPool2d(3, Stride = 1)]
public sealed partial class FirstWinsOverlapping;

[Network, Input(1, 4, 4), MaxPool2d(3, Stride = 1, Ties = Ties.Split)]
public sealed partial class TiesShareOverlapping;

/// <summary>Where several pixels are the maximum, the gradient goes to the first, as in PyTorch, or is shared evenly.</summary>
public class TieTests
{
    private static readonly float[] Even = [.. Enumerable.Repeat(7f, 16)];

    private static readonly float[] Mixed =
    [
        1, 5, 3, 3,
        5, 2, 3, 3,
        9, 0, -2, -1,
        9, 9, -1, -4,
    ];

    private static readonly float[] Dy = [12, 24, 36, 48];

    [Fact]
    public void First_of_an_even_surface() => Gradient<FirstWins>(
        Even,
        12, 0, 24, 0,
        0, 0, 0, 0,
        36, 0, 48, 0,
        0, 0, 0, 0);

    [Fact]
    public void Split_of_an_even_surface() => Gradient<TiesShare>(
        Even,
        3, 3, 6, 6,
        3, 3, 6, 6,
        9, 9, 12, 12,
        9, 9, 12, 12);

    [Fact]
    public void First_of_two_three_and_four() => Gradient<FirstWins>(
        Mixed,
        0, 12, 24, 0,
        0, 0, 0, 0,
        36, 0, 0, 48,
        0, 0, 0, 0);

    [Fact]
    public void Split_of_two_three_and_four() => Gradient<TiesShare>(
        Mixed,
        0, 6, 6, 6,
        6, 0, 6, 6,
        12, 0, 0, 24,
        12, 12, 24, 0);

    [Fact]
    public void First_of_overlapping_windows() => Gradient<FirstWinsOverlapping>(
        Even,
        12, 24, 0, 0,
        36, 48, 0, 0,
        0, 0, 0, 0,
        0, 0, 0, 0);

    /// <summary>Each window gives a ninth to each of its pixels; the middle pixels lie in all four.</summary>
    [Fact]
    public void Split_of_overlapping_windows() => Gradient<TiesShareOverlapping>(
        Even,
        [.. new float[] { 12, 36, 36, 24, 48, 120, 120, 72, 48, 120, 120, 72, 36, 84, 84, 48 }.Select(value => value / 9)]);

    private static void Gradient<T>(float[] input, params float[] expected)
        where T : ITrainableNetwork<T>, new()
    {
        float[] found = Probe.InputGradient(new T(), input, Dy);
        Assert.Equal(Dy.Sum(), found.Sum(), 1e-4f);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }
}
